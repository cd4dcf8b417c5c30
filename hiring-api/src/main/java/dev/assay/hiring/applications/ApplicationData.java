package dev.assay.hiring.applications;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Submissions as they came in, and what submitters wrote about where they came from. */
@Component
class ApplicationData implements PersonalDataHolder {

    private final ApplicationRepository repository;
    private final TransitionRepository transitions;
    private final TenantTransaction transactions;
    private final PersonalVault vault;
    private final AuditTrail audit;

    private record Filed(
            UUID id,
            UUID jobId,
            ApplicationPhase phase,
            Instant submittedAt,
            String submittedBy,
            ApplicationSource source) {

        static Filed of(Application application) {
            return new Filed(
                    application.id().value(),
                    application.job().value(),
                    application.phase(),
                    application.submittedAt(),
                    application.submittedBy(),
                    application.source());
        }
    }

    ApplicationData(
            ApplicationRepository repository,
            TransitionRepository transitions,
            TenantTransaction transactions,
            PersonalVault vault,
            AuditTrail audit) {
        this.repository = repository;
        this.transitions = transitions;
        this.transactions = transactions;
        this.vault = vault;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "applications";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.readable("application", "source_channel", "source_reference"),
                PersonalTable.readable("application_transition", "override_reason"),
                PersonalTable.sealed("application_received", "sealed"));
    }

    /** Ends the open ones as withdrawn: nobody can decide about a person nobody knows. */
    @Override
    public void erase(Actor actor, PersonId person) {
        CandidateId candidate = new CandidateId(person.value());
        for (Application open : repository.withdrawOpenOf(actor.employer(), candidate)) {
            audit.recordAndEmit(
                    actor,
                    "application.withdrawn",
                    "application",
                    open.id().value(),
                    Map.of("reason", "erased"));
        }
        repository.emptySources(actor.employer(), candidate);
        transitions.emptyReasons(actor.employer(), candidate);
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        CandidateId candidate = new CandidateId(person.value());
        List<Application> applications =
                transactions.in(
                        actor, () -> repository.ofEach(actor.employer(), Set.of(candidate)));
        for (Application application : applications) {
            to.json(application.id() + "/application.json", Filed.of(application));
            to.json(application.id() + "/transitions.json", moves(actor, application));
            received(actor, person, application)
                    .ifPresent(bytes -> to.file(application.id() + "/received.json", bytes));
        }
    }

    /** More than a page of them nobody makes. */
    private List<Transition> moves(Actor actor, Application application) {
        return transactions.in(
                actor,
                () ->
                        transitions
                                .of(
                                        actor.employer(),
                                        application.id(),
                                        Optional.empty(),
                                        new PageSize(PageSize.MAXIMUM))
                                .items());
    }

    private Optional<byte[]> received(Actor actor, PersonId person, Application application) {
        return transactions.in(
                actor,
                () ->
                        repository
                                .received(actor.employer(), application.id())
                                .flatMap(sealed ->
                                        vault.keys(actor, List.of(person)).open(person, sealed)));
    }
}
