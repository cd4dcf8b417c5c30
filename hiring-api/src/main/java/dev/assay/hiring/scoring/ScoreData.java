package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Scores say nothing of a person but figures, and stay: what was decided must be explainable. An
 * erased person leaves the rankings, and is never scored anew. Why somebody settled a flag is
 * sealed, and goes with the person; nobody has to look at what is left open.
 */
@Component
class ScoreData implements PersonalDataHolder {

    private final ScoreRepository repository;
    private final SuggestionRepository suggestions;
    private final FlagRepository flags;
    private final DecisionFlags decisions;
    private final Applications applications;
    private final TenantTransaction transactions;
    private final Clock clock;

    private record Computed(String cause, Score score) {

        static Computed of(ScoreHistoryEntry entry) {
            return new Computed(entry.cause().wireName(), entry.score());
        }
    }

    ScoreData(
            ScoreRepository repository,
            SuggestionRepository suggestions,
            FlagRepository flags,
            DecisionFlags decisions,
            Applications applications,
            TenantTransaction transactions,
            Clock clock) {
        this.repository = repository;
        this.suggestions = suggestions;
        this.flags = flags;
        this.decisions = decisions;
        this.applications = applications;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.sealed("decision_flag", "sealed_reason"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        List<ApplicationId> ids = applicationsOf(actor, person);
        repository.takeOffRankings(actor.employer(), ids);
        suggestions.forget(actor.employer(), ids);
        flags.settleAll(actor.employer(), ids, actor.reference(), clock.instant());
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        List<ApplicationId> ids = transactions.in(actor, () -> applicationsOf(actor, person));
        for (ApplicationId id : ids) {
            List<ScoreHistoryEntry> history =
                    transactions.in(actor, () -> repository.history(actor.employer(), id));
            to.json(id + ".json", history.stream().map(Computed::of).toList());
            List<DecisionFlag> flagged =
                    decisions
                            .of(actor, id, Optional.empty(), new PageSize(PageSize.MAXIMUM))
                            .items();
            if (!flagged.isEmpty()) {
                to.json(id + "-flags.json", flagged);
            }
        }
    }

    private List<ApplicationId> applicationsOf(Actor actor, PersonId person) {
        return applications.ofEach(actor, Set.of(new CandidateId(person.value()))).stream()
                .map(Application::id)
                .toList();
    }
}
