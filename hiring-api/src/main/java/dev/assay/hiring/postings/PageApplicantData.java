package dev.assay.hiring.postings;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who applied by a posting's page a short while ago: digests of addresses, and nothing to read. */
@Component
class PageApplicantData implements PersonalDataHolder {

    private final PageApplicantRepository repository;
    private final Applications applications;

    PageApplicantData(PageApplicantRepository repository, Applications applications) {
        this.repository = repository;
        this.applications = applications;
    }

    @Override
    public String name() {
        return "page-applicants";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.readable("page_applicant", "applicant"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        repository.forget(
                actor.employer(),
                applications.ofEach(actor, List.of(new CandidateId(person.value()))).stream()
                        .map(Application::id)
                        .toList());
    }

    /** The address itself is with the candidate. */
    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {}
}
