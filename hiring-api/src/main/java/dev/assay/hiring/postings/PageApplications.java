package dev.assay.hiring.postings;

import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.applications.Attribution;
import dev.assay.hiring.applications.Attributions;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.intake.VerifiedSubmission;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Applications from the posting's own page. The address is only what somebody typed, so whoever
 * applies is nobody we know until they follow the link that is mailed to it. One address applies to
 * one job once a day: a form that is sent twice is one application.
 */
@Component
public class PageApplications {

    /** How an application came in, whatever brought its applicant to the page. */
    public static final String CHANNEL = "posting-page";

    private static final String PARTNER = "partner:";
    private static final Duration ONCE_IN = Duration.ofDays(1);

    private final Intake intake;
    private final PageApplicantRepository repository;
    private final Attributions attributions;
    private final EmployerVault vault;
    private final TenantTransaction transactions;
    private final Clock clock;

    PageApplications(
            Intake intake,
            PageApplicantRepository repository,
            Attributions attributions,
            EmployerVault vault,
            TenantTransaction transactions,
            Clock clock) {
        this.intake = intake;
        this.repository = repository;
        this.attributions = attributions;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How an application came in that a partner's link led to, signed; or by none. */
    public static ApplicationSource source(Optional<UUID> partner) {
        return new ApplicationSource(CHANNEL, partner.map(id -> PARTNER + id).orElse(null));
    }

    private static Optional<UUID> partner(ApplicationSource source) {
        return Optional.ofNullable(source.reference())
                .filter(reference -> reference.startsWith(PARTNER))
                .map(reference -> UUID.fromString(reference.substring(PARTNER.length())));
    }

    /**
     * Takes an application, unless one from the same address came to the same posting a short while
     * ago. Who sends it is not told which: it may not be their address.
     *
     * @throws Conflict when the job takes none any more
     */
    public void apply(Posting posting, Submission submission) {
        Actor.Service actor = PostingPages.actor(posting.employer().id());
        UUID job = posting.job().id().value();
        byte[] applicant = transactions.in(actor, () -> digest(actor, submission));
        Instant now = clock.instant();
        Instant since = now.minus(ONCE_IN);
        if (transactions.in(
                actor, () -> repository.isKnown(actor.employer(), job, applicant, since))) {
            return;
        }
        VerifiedSubmission verified = intake.verify(actor, posting.job().id(), submission);
        try {
            transactions.in(
                    actor,
                    () -> {
                        ApplicationId taken = intake.submit(actor, verified).application().id();
                        partner(submission.source())
                                .ifPresent(partner ->
                                        attributions.attribute(
                                                actor, taken, partner, Attribution.Way.LINK));
                        if (!repository.claim(
                                actor.employer(), job, applicant, taken, now, since)) {
                            throw new SentTwice();
                        }
                    });
        } catch (SentTwice first) {
            // The other of the two is stored, and this one is undone.
            return;
        }
    }

    private byte[] digest(Actor actor, Submission submission) {
        return vault.digest(
                actor,
                ("applicant\n" + submission.candidate().email().key())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static final class SentTwice extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SentTwice() {
            super("this application was there already", null, false, false);
        }
    }
}
