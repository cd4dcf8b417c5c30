package dev.assay.hiring.sample;

import java.util.List;

/**
 * Somebody who applies in the sample. Invented, as are all of their addresses.
 *
 * @param handle the local part of their address, and the mark by which they are told apart
 * @param emailVerified whether whoever handed in the application vouches for the address
 */
record SampleApplicant(
        String handle,
        String givenName,
        String familyName,
        boolean emailVerified,
        List<SampleBadge> badges) {

    SampleApplicant {
        badges = List.copyOf(badges);
    }

    static SampleApplicant of(
            String handle, String givenName, String familyName, SampleBadge... badges) {
        return new SampleApplicant(handle, givenName, familyName, true, List.of(badges));
    }

    SampleApplicant withoutConfirmedAddress() {
        return new SampleApplicant(handle, givenName, familyName, false, badges);
    }

    String email() {
        return handle + "@mail.example";
    }
}
