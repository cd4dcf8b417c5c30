package dev.assay.hiring.demographics;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.PersonId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts away what applicants say of themselves. There is no way from here to look at it: who takes
 * applications, scores or decides has no right to, in the database.
 */
@Component
public class SelfIdentifications {

    private final SelfIdentificationRepository repository;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final JsonMapper json;
    private final Clock clock;

    SelfIdentifications(
            SelfIdentificationRepository repository,
            PersonalVault vault,
            TenantTransaction transactions,
            JsonMapper json,
            Clock clock) {
        this.repository = repository;
        this.vault = vault;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what somebody said with an application, sealed under the person's key. No event, no
     * audit row and no log tells of it.
     */
    public void keep(
            Actor.Service actor,
            ApplicationId application,
            JobId job,
            PersonId person,
            List<SelfIdentification> said) {
        if (said.isEmpty()) {
            return;
        }
        transactions.in(
                actor,
                () ->
                        repository.insert(
                                actor.employer(),
                                NewIds.next(),
                                application,
                                job,
                                vault.seal(actor, person, json.writeValueAsBytes(said)),
                                clock.instant()));
    }
}
