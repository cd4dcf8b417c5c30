package dev.assay.hiring.training;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.trainingcost.model.Assumption;
import dev.assay.trainingcost.model.Calibration;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.RoleProfile;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.Uncertain;
import dev.assay.trainingcost.model.UncertainMoney;
import dev.assay.trainingcost.model.WagePoint;
import dev.assay.trainingcost.rule.TrainingProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what an employer keeps about a role, as the library takes it. */
@Component
class Programmes {

    private final TermRepository terms;
    private final RoleBeliefs beliefs;

    Programmes(TermRepository terms, RoleBeliefs beliefs) {
        this.terms = terms;
        this.beliefs = beliefs;
    }

    /** A role with all that its estimates rest on. */
    record Programme(
            UUID id,
            RoleContent content,
            RoleProfile role,
            List<TrainingModule> modules,
            WagePoint wage,
            UncertainMoney mentorHourly,
            List<Assumption> ledger,
            Calibration calibration) {}

    /** Empty when this employer has no such role. To be called inside a transaction. */
    Optional<Programme> find(Actor actor, UUID role) {
        return terms.withIds(actor.employer(), TermKind.ROLE, List.of(role)).stream()
                .findFirst()
                .map(filed -> programme(actor, role, filed.content()));
    }

    private Programme programme(Actor actor, UUID id, RoleContent content) {
        Map<UUID, ModuleContent> known =
                terms.withIds(actor.employer(), TermKind.MODULE, content.modules()).stream()
                        .collect(Collectors.toMap(FiledTerm::id, FiledTerm::content));
        WagePoint wage =
                terms
                        .withIds(actor.employer(), TermKind.WAGE, List.of(content.wagePoint()))
                        .stream()
                        .findFirst()
                        .orElseThrow()
                        .content()
                        .point();
        return new Programme(
                id,
                content,
                content.profile(id),
                content.modules().stream()
                        .map(module ->
                                Objects.requireNonNull(known.get(module), "a module is gone")
                                        .module(module))
                        .toList(),
                wage,
                content.mentor(),
                terms.ledger(actor.employer(), id).stream()
                        .map(FiledTerm::content)
                        .map(AssumptionContent::assumption)
                        .toList(),
                calibration(actor, id, Optional.ofNullable(content.parent())));
    }

    /** Without any actuals, of the role or of those above it, the model is taken at its word. */
    private Calibration calibration(Actor actor, UUID role, Optional<UUID> parent) {
        var prior = beliefs.prior(actor.employer(), parent);
        var finished = beliefs.finished(actor.employer(), role);
        return finished.isEmpty() && prior.actuals() == 0
                ? Calibration.NONE
                : prior.belief().after(finished).calibration(finished.size());
    }

    /**
     * Refuses a role whose modules do not go together with it or with each other, such as a cycle
     * of prerequisites.
     */
    void requireWhole(Actor actor, UUID id, RoleContent content) {
        Programme programme = programme(actor, id, content);
        try {
            inputs(programme);
        } catch (InvalidInputException refused) {
            throw new InvalidInput("/modules", refused.path() + " " + refused.problem());
        }
    }

    /** Refuses a line of the ledger about what is no input of the role. */
    void requireInput(Actor actor, AssumptionContent line) {
        Programme programme = find(actor, line.roleProfileId()).orElseThrow();
        SequencedMap<String, Uncertain> inputs = Refusals.stored(() -> inputs(programme));
        if (!inputs.containsKey(line.input())) {
            throw new InvalidInput(
                    "/input", "is no input of the role, such as " + inputs.lastEntry().getKey());
        }
    }

    /** The currencies that a role's prices are in. */
    static Set<String> currencies(
            WagePoint wage, UncertainMoney mentorHourly, List<TrainingModule> modules) {
        Set<String> currencies = new TreeSet<>();
        currencies.add(wage.hourly().currency().getCurrencyCode());
        currencies.add(mentorHourly.currency().getCurrencyCode());
        for (TrainingModule module : modules) {
            currencies.add(module.seatFee().currency().getCurrencyCode());
            var session = module.session();
            if (session != null) {
                currencies.add(session.cost().currency().getCurrencyCode());
            }
        }
        return currencies;
    }

    /**
     * Every input of a role by its path, with its value before any line of the ledger. Of money in
     * other currencies only the rate is missing, and that comes with an estimate.
     */
    static SequencedMap<String, Uncertain> inputs(Programme programme) {
        SequencedMap<String, Uncertain> inputs = new LinkedHashMap<>();
        new TrainingProgram(
                        programme.role(),
                        programme.modules(),
                        programme.wage(),
                        programme.mentorHourly(),
                        Calibration.NONE,
                        _ -> 1)
                .inputs()
                .forEach(input -> inputs.put(input.path(), input.value()));
        // The model's own, and not the role's.
        inputs.remove("calibration.factor");
        return inputs;
    }

    /** For what a caller named in a request. */
    Programme required(Actor actor, UUID role) {
        return find(actor, role)
                .orElseThrow(() -> new InvalidInput("/roleProfileId", "names no role profile"));
    }

    /** For what a job names. */
    Programme ofJob(Actor actor, Optional<UUID> role) {
        return role.flatMap(id -> find(actor, id))
                .orElseThrow(() ->
                        new Conflict(
                                "no-role-profile",
                                "The job names no role profile of yours, so there is nothing to estimate by."));
    }
}
