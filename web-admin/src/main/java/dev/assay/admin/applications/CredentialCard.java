package dev.assay.admin.applications;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One credential of an application with everything that was checked about it.
 *
 * @param issuerProven whether the signature proves that the issuer is who it is said to be
 * @param tier what the employer's registry says of the issuer, as a badge
 * @param registerHref where this reader can register or widen an issuer that counts nothing yet;
 *     null where there is nothing to register, or not by this reader
 * @param says in plain words what counts, and what does not and why
 */
record CredentialCard(
        String id,
        String title,
        String issuerName,
        @Nullable String issuerId,
        boolean issuerProven,
        Badge tier,
        Badge outcome,
        @Nullable Moment validFrom,
        @Nullable Moment validUntil,
        Moment received,
        String format,
        @Nullable String proof,
        List<CheckLine> checks,
        List<Say> says,
        @Nullable String registerHref) {

    CredentialCard {
        checks = List.copyOf(checks);
        says = List.copyOf(says);
    }

    CredentialCard withoutOffer() {
        return new CredentialCard(
                id,
                title,
                issuerName,
                issuerId,
                issuerProven,
                tier,
                outcome,
                validFrom,
                validUntil,
                received,
                format,
                proof,
                checks,
                says,
                null);
    }

    /** One check: what was looked at, how it ended and, behind "Details", the code and clause. */
    record CheckLine(
            String what,
            Badge outcome,
            String sentence,
            @Nullable String code,
            @Nullable String detail,
            String clause) {}

    /** One sentence about what the credential does to the score. */
    record Say(Badge badge, String sentence) {}
}
