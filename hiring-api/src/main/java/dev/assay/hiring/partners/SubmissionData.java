package dev.assay.hiring.partners;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What partners handed in beside an application that was there, and whom they handed in before. */
@Component
class SubmissionData implements PersonalDataHolder {

    private final SubmissionRepository repository;
    private final Applications applications;
    private final PersonalVault vault;
    private final TenantTransaction transactions;

    SubmissionData(
            SubmissionRepository repository,
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
        return "partner-submissions";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.readable("partner_applicant", "applicant"),
                PersonalTable.sealed("partner_submission", "sealed"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        repository.forgetApplicants(actor.employer(), applicationsOf(actor, person));
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        Map<UUID, byte[]> sealed =
                transactions.in(
                        actor,
                        () -> repository.sealedOf(actor.employer(), applicationsOf(actor, person)));
        sealed.forEach((id, bytes) ->
                to.file(
                        id + ".json",
                        transactions.in(actor, () -> vault.open(actor, person, bytes))));
    }

    private List<ApplicationId> applicationsOf(Actor actor, PersonId person) {
        return applications.ofEach(actor, List.of(new CandidateId(person.value()))).stream()
                .map(Application::id)
                .toList();
    }
}
