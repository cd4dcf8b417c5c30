package dev.assay.hiring.credentials;

import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.candidates.EmailConfirmed;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settles the {@code subject} check of credentials that waited for nothing but the confirmation of
 * an address, in the transaction that notes it. The earlier report stays in history; no other check
 * is touched, so nothing has to be fetched.
 */
@Component
class ConfirmedAddresses {

    private final CredentialRepository repository;
    private final PersonalVault vault;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    ConfirmedAddresses(
            CredentialRepository repository,
            PersonalVault vault,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.repository = repository;
        this.vault = vault;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void onEmailConfirmed(EmailConfirmed event) {
        Instant now = clock.instant();
        PersonKeys keys = vault.keys(event.actor(), List.of(event.candidate().person()));
        repository.ofCandidate(event.actor().employer(), event.candidate()).stream()
                .map(sealed -> sealed.opened(keys, json))
                .filter(credential ->
                        credential.report().check(CheckName.SUBJECT).code()
                                == CheckCode.EMAIL_UNCONFIRMED)
                .forEach(credential -> {
                    repository.verifiedAgain(
                            event.actor().employer(),
                            credential.with(settled(credential.report()), now),
                            Optional.empty(),
                            keys);
                    audit.recordAndEmit(
                            event.actor(),
                            "credential.settled",
                            "credential",
                            credential.id().value(),
                            Map.of("check", CheckName.SUBJECT.wireName()));
                });
    }

    private static VerificationReport settled(VerificationReport report) {
        Check passed =
                Check.passed(
                        CheckName.SUBJECT,
                        "The credential is about this person, whose address has been confirmed.");
        return report.with(passed);
    }
}
