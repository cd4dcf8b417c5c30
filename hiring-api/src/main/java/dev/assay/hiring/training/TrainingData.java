package dev.assay.hiring.training;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How hires did after their training; estimates say nothing of a person but figures, and stay. */
@Component
class TrainingData implements PersonalDataHolder {

    private final EstimateRepository estimates;
    private final ActualRepository actuals;
    private final Applications applications;
    private final TenantTransaction transactions;

    TrainingData(
            EstimateRepository estimates,
            ActualRepository actuals,
            Applications applications,
            TenantTransaction transactions) {
        this.estimates = estimates;
        this.actuals = actuals;
        this.applications = applications;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "training";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.readable(
                        "training_actual",
                        "weeks_to_95",
                        "rating",
                        "premium_percent",
                        "achievements",
                        "tests"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        actuals.emptyPersonal(actor.employer(), applicationsOf(actor, person));
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        List<EstimateDocument> made =
                transactions.in(
                        actor, () -> estimates.of(actor.employer(), applicationsOf(actor, person)));
        made.forEach(estimate -> to.json("estimates/" + estimate.id() + ".json", estimate));
        List<TrainingActual> known =
                transactions.in(
                        actor, () -> actuals.of(actor.employer(), applicationsOf(actor, person)));
        known.forEach(actual -> to.json("actuals/" + actual.id() + ".json", actual));
    }

    private List<ApplicationId> applicationsOf(Actor actor, PersonId person) {
        return applications.ofEach(actor, Set.of(new CandidateId(person.value()))).stream()
                .map(Application::id)
                .toList();
    }
}
