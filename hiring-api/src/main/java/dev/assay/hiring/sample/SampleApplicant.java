package dev.assay.hiring.sample;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Move;
import dev.assay.hiring.applications.TransitionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who applies in the sample. Invented, as are all of their addresses.
 *
 * @param handle the local part of their address, and the mark by which they are told apart
 * @param emailVerified whether whoever handed in the application vouches for the address
 * @param moves what became of the application, in order
 */
record SampleApplicant(
        String handle,
        String givenName,
        String familyName,
        boolean emailVerified,
        List<SampleBadge> badges,
        List<Move> moves) {

    SampleApplicant {
        badges = List.copyOf(badges);
        moves = List.copyOf(moves);
    }

    static SampleApplicant of(
            String handle, String givenName, String familyName, SampleBadge... badges) {
        return new SampleApplicant(handle, givenName, familyName, true, List.of(badges), List.of());
    }

    SampleApplicant withoutConfirmedAddress() {
        return new SampleApplicant(handle, givenName, familyName, false, badges, moves);
    }

    /** Went through these phases so far. */
    SampleApplicant through(ApplicationPhase... phases) {
        SampleApplicant moved = this;
        for (ApplicationPhase phase : phases) {
            moved = moved.by(Move.to(phase));
        }
        return moved;
    }

    /** Was turned down, or withdrew, for this reason. */
    SampleApplicant ended(ApplicationPhase how, TransitionReason why) {
        return by(new Move(how, Optional.of(why), Optional.empty()));
    }

    /** Was turned down although evidence was still open, and why that could not wait. */
    SampleApplicant rejectedEarly(TransitionReason why, String words) {
        return by(new Move(ApplicationPhase.REJECTED, Optional.of(why), Optional.of(words)));
    }

    private SampleApplicant by(Move move) {
        List<Move> more = new ArrayList<>(moves);
        more.add(move);
        return new SampleApplicant(handle, givenName, familyName, emailVerified, badges, more);
    }

    String email() {
        return handle + "@mail.example";
    }
}
