package dev.assay.hiring.demographics;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What applicants said of themselves: theirs to have, and gone with their key. */
@Component
class SelfIdentificationData implements PersonalDataHolder {

    private static final String NOT_READ =
            "What was said here is not in this archive: the server that made it has no login that may read it"
                    + " (assay.database.self-id.password). Nothing says whether there is any.\n";

    private final SelfIdentificationRepository repository;
    private final Applications applications;
    private final PersonalVault vault;
    private final TenantTransaction transactions;

    SelfIdentificationData(
            SelfIdentificationRepository repository,
            Applications applications,
            PersonalVault vault,
            TenantTransaction transactions) {
        this.repository = repository;
        this.applications = applications;
        this.vault = vault;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "self-identification";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.sealed("self_identification", "sealed"));
    }

    /** It is all sealed. */
    @Override
    public void erase(Actor actor, PersonId person) {}

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        List<ApplicationId> theirs =
                transactions.in(
                        actor,
                        () ->
                                applications
                                        .ofEach(actor, List.of(new CandidateId(person.value())))
                                        .stream()
                                        .map(Application::id)
                                        .toList());
        if (theirs.isEmpty()) {
            return;
        }
        if (!transactions.readsSelfIdentification()) {
            to.file("not-read.txt", NOT_READ.getBytes(StandardCharsets.UTF_8));
            return;
        }
        Map<UUID, byte[]> sealed =
                transactions.amongSelfIdentification(
                        actor, () -> repository.sealedOf(actor.employer(), theirs));
        sealed.forEach((id, bytes) ->
                to.file(
                        id + ".json",
                        transactions.in(actor, () -> vault.open(actor, person, bytes))));
    }
}
