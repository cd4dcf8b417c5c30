package dev.assay.hiring.training;

import dev.assay.hiring.platform.operations.NewOperation;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.training.TrainingEstimates.Cohort;
import dev.assay.trainingcost.CohortEstimate;
import dev.assay.trainingcost.CohortEstimator;
import dev.assay.trainingcost.CohortRequest;
import dev.assay.trainingcost.EstimateRequest;
import dev.assay.trainingcost.cohort.SponsorCase;
import dev.assay.trainingcost.cohort.SponsorPlan;
import dev.assay.trainingcost.cohort.SponsorPlanner;
import dev.assay.trainingcost.cohort.StartBatches;
import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.SkillId;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.WaiverRule;
import dev.assay.trainingcost.rule.Proof;
import dev.assay.trainingcost.rule.TrainingProgram;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Plans for many hires: cohorts that share sessions, and whom to sponsor rather than train. */
@Component
public class TrainingPlans {

    static final String COHORT_OPERATION = "cohort-plan";

    private final TrainingEstimates estimates;
    private final PlanRepository repository;
    private final Operations operations;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final TrainingProperties properties;
    private final Clock clock;
    private final CohortEstimator estimator = new CohortEstimator();

    TrainingPlans(
            TrainingEstimates estimates,
            PlanRepository repository,
            Operations operations,
            TenantTransaction transactions,
            AuditTrail audit,
            TrainingProperties properties,
            Clock clock) {
        this.estimates = estimates;
        this.repository = repository;
        this.operations = operations;
        this.transactions = transactions;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether a cohort is small enough to be planned while the caller waits. */
    public boolean isQuick(CohortOrder order) {
        return order.people() <= properties.hiresAtOnce();
    }

    /**
     * Accepts a cohort that is planned afterwards; progress and cancelling are the operation's.
     *
     * @throws InvalidInput when it is more than one plan may ask
     */
    public Operation accept(Actor actor, CohortOrder order, byte[] received) {
        actor.require(Permission.ESTIMATE_TRAINING);
        requireBounded(order);
        return operations.accept(actor, new NewOperation(COHORT_OPERATION, Map.of(), received));
    }

    /**
     * Plans a cohort; stores nothing. Not to be called inside a transaction.
     *
     * @param unwanted asked every now and then; once true, the run ends with a {@link
     *     java.util.concurrent.CancellationException}
     * @throws InvalidInput naming every member at fault
     * @throws Conflict when the role's terms do not go together
     */
    public CohortDocument plan(Actor actor, CohortOrder order, BooleanSupplier unwanted) {
        actor.require(Permission.ESTIMATE_TRAINING);
        requireBounded(order);
        Cohort cohort = estimates.cohort(actor, order.terms(), order.hires(), unwanted);
        TenantTransaction.requireNone();
        EstimateRequest terms = cohort.asked().request();
        List<CohortRequest.Hire> hires = new ArrayList<>();
        List<LocalDate> starts = new ArrayList<>();
        List<List<Evidence>> shown = new ArrayList<>();
        for (int i = 0; i < order.hires().size(); i++) {
            CohortOrder.Hire hire = order.hires().get(i);
            for (int n = 0; n < hire.count(); n++) {
                // Padded, so that the library's order is ours.
                hires.add(
                        new CohortRequest.Hire(
                                "%05d-%05d".formatted(i, n), cohort.evidence().get(i)));
                shown.add(cohort.evidence().get(i));
                if (hire.startsOn() != null) {
                    starts.add(hire.startsOn());
                }
            }
        }
        if (!starts.isEmpty() && starts.size() != hires.size()) {
            throw new InvalidInput("/hires", "must all have startsOn, or none");
        }
        try {
            CohortEstimate estimate = estimator.estimate(new CohortRequest(terms, hires), unwanted);
            return document(order, cohort, estimate, shown, starts);
        } catch (InvalidInputException refused) {
            throw TrainingEstimates.refusal(order.terms(), refused);
        }
    }

    /** Stores a cohort's plan, for good. */
    public CohortDocument file(Actor actor, CohortDocument plan) {
        actor.require(Permission.ESTIMATE_TRAINING);
        store(
                actor,
                PlanRepository.COHORT,
                plan.id(),
                plan.roleProfileId(),
                plan.madeAt(),
                plan,
                Map.of(
                        "roleProfile", plan.roleProfileId().toString(),
                        "hires", plan.hires(),
                        "saving", plan.saving().mean(),
                        "currency", plan.currency(),
                        "inputsDigest", plan.inputsDigest()));
        return plan;
    }

    /**
     * @throws NotFound when this employer has no such plan
     */
    public CohortDocument cohort(Actor actor, UUID id) {
        actor.require(Permission.READ_TRAINING);
        return transactions.in(
                actor,
                () ->
                        repository
                                .find(
                                        actor.employer(),
                                        PlanRepository.COHORT,
                                        id,
                                        CohortDocument.class)
                                .orElseThrow(() -> new NotFound("cohort plan")));
    }

    /**
     * Finds the cheapest way to get every hire what they lack; stores nothing. Not to be called
     * inside a transaction.
     *
     * @throws InvalidInput naming every member at fault
     * @throws Conflict when the role's terms do not go together
     */
    public SponsorshipDocument plan(Actor actor, SponsorshipOrder order) {
        actor.require(Permission.ESTIMATE_TRAINING);
        Cohort cohort = estimates.cohort(actor, order.terms(), order.hires(), () -> false);
        TenantTransaction.requireNone();
        EstimateRequest terms = cohort.asked().request();
        TrainingProgram program = program(order.terms(), terms);
        List<SponsorCase.Offer> offers = offers(order, terms);
        List<SponsorCase.Course> courses = courses(program);
        Set<SkillId> covered = new HashSet<>();
        offers.forEach(offer -> covered.addAll(offer.covers()));
        courses.forEach(course -> covered.addAll(course.covers()));
        List<SponsorCase.Need> needs = new ArrayList<>();
        for (int i = 0; i < order.hires().size(); i++) {
            Map<SkillId, Double> best = best(terms, cohort.evidence().get(i));
            Set<SkillId> lacking =
                    terms.role().skills().keySet().stream()
                            .filter(covered::contains)
                            .filter(skill -> best.getOrDefault(skill, 0.0) < order.provenFrom())
                            .collect(Collectors.toSet());
            needs.add(new SponsorCase.Need(String.valueOf(i), lacking));
        }
        SponsorCase problem =
                Refusals.at(
                        "",
                        () -> {
                            try {
                                return new SponsorCase(offers, courses, needs, order.budget());
                            } catch (InvalidInputException refused) {
                                throw refused.path().equals("needs")
                                        ? new InvalidInputException("hires", refused.problem())
                                        : refused;
                            }
                        });
        List<Score.Skill> left =
                terms.role().skills().keySet().stream()
                        .filter(skill -> !covered.contains(skill))
                        .map(skill ->
                                Objects.requireNonNull(cohort.asked().skills().get(skill.value())))
                        .toList();
        return document(order, cohort, SponsorPlanner.plan(problem, properties.planFor()), left);
    }

    /** Stores a plan of sponsoring, for good. */
    public SponsorshipDocument file(Actor actor, SponsorshipDocument plan) {
        actor.require(Permission.ESTIMATE_TRAINING);
        store(
                actor,
                PlanRepository.SPONSORSHIP,
                plan.id(),
                plan.roleProfileId(),
                plan.madeAt(),
                plan,
                Map.of(
                        "roleProfile", plan.roleProfileId().toString(),
                        "hires", plan.choices().size(),
                        "outcome", plan.outcome()));
        return plan;
    }

    /**
     * @throws NotFound when this employer has no such plan
     */
    public SponsorshipDocument sponsorship(Actor actor, UUID id) {
        actor.require(Permission.READ_TRAINING);
        return transactions.in(
                actor,
                () ->
                        repository
                                .find(
                                        actor.employer(),
                                        PlanRepository.SPONSORSHIP,
                                        id,
                                        SponsorshipDocument.class)
                                .orElseThrow(() -> new NotFound("sponsorship plan")));
    }

    private void requireBounded(CohortOrder order) {
        if (order.people() > CohortRequest.MOST_HIRES) {
            throw new InvalidInput(
                    "/hires",
                    "must be at most %d, but are %d"
                            .formatted(CohortRequest.MOST_HIRES, order.people()));
        }
        long asked = order.people() * order.terms().draws();
        if (asked > properties.mostDrawsOfHires()) {
            throw new InvalidInput(
                    "/draws",
                    "times the hires must be at most %d here, but is %d"
                            .formatted(properties.mostDrawsOfHires(), asked));
        }
    }

    private void store(
            Actor actor,
            String kind,
            UUID id,
            UUID role,
            Instant at,
            Record document,
            Map<String, Object> detail) {
        transactions.in(
                actor,
                () -> {
                    repository.insert(
                            actor.employer(), kind, id, role, actor.reference(), at, document);
                    audit.recordAndEmit(actor, "training-plan.made", kind + "-plan", id, detail);
                });
    }

    private CohortDocument document(
            CohortOrder order,
            Cohort cohort,
            CohortEstimate estimate,
            List<List<Evidence>> shown,
            List<LocalDate> starts) {
        EstimateRequest terms = cohort.asked().request();
        int digits = terms.currency().getDefaultFractionDigits();
        Map<String, TrainingModule> modules =
                terms.modules().stream()
                        .collect(Collectors.toMap(module -> module.id().value(), module -> module));
        return new CohortDocument(
                NewIds.next(),
                clock.instant(),
                UUID.fromString(terms.role().id().value()),
                shown.size(),
                (int) order.hires().stream().filter(hire -> hire.application().isPresent()).count(),
                terms.asOf(),
                terms.currency().getCurrencyCode(),
                EstimateWriter.spread(estimate.baseline(), digits),
                EstimateWriter.spread(estimate.expected(), digits),
                EstimateWriter.spread(estimate.saving(), digits),
                estimate.sessions().stream()
                        .map(line -> {
                            TrainingModule module =
                                    Objects.requireNonNull(modules.get(line.module().value()));
                            return new CohortDocument.Sessions(
                                    UUID.fromString(line.module().value()),
                                    module.name(),
                                    Objects.requireNonNull(module.session()).capacity(),
                                    line.baseline(),
                                    EstimateWriter.places(line.expected(), 4),
                                    EstimateWriter.money(line.absorbed(), digits),
                                    EstimateWriter.money(line.avoidable(), digits));
                        })
                        .toList(),
                order.waitingCostPerDay() == null || starts.isEmpty()
                        ? List.of()
                        : starts(order, terms, shown, starts, digits),
                cohort.asked().changes(),
                warnings(order.hires(), terms),
                estimate.seed(),
                terms.simulation().draws(),
                estimate.engineVersion(),
                estimate.digest());
    }

    private static List<CohortDocument.Starts> starts(
            CohortOrder order,
            EstimateRequest terms,
            List<List<Evidence>> shown,
            List<LocalDate> starts,
            int digits) {
        double waiting = Objects.requireNonNull(order.waitingCostPerDay());
        if (!Double.isFinite(waiting) || waiting < 0) {
            throw new InvalidInput("/waitingCostPerDay", "must not be negative");
        }
        TrainingProgram program = program(order.terms(), terms);
        double[] values = program.mostLikely();
        Map<List<Evidence>, Proof> proofs = new HashMap<>();
        List<CohortDocument.Starts> planned = new ArrayList<>();
        for (int m = 0; m < program.modules().size(); m++) {
            TrainingModule module = program.modules().get(m);
            if (module.session() == null) {
                continue;
            }
            List<LocalDate> needing = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                Proof proof =
                        proofs.computeIfAbsent(
                                shown.get(i), evidence -> program.prove(best(terms, evidence)));
                if (program.seatShare(values, proof, m) > 0) {
                    needing.add(starts.get(i));
                }
            }
            StartBatches.Plan plan =
                    StartBatches.plan(
                            needing, program.capacity(m), program.sessionCost(values, m), waiting);
            planned.add(
                    new CohortDocument.Starts(
                            UUID.fromString(module.id().value()),
                            module.name(),
                            EstimateWriter.places(plan.cost(), digits),
                            plan.batches().stream()
                                    .map(batch ->
                                            new CohortDocument.Batch(
                                                    batch.day(),
                                                    batch.people(),
                                                    batch.sessions(),
                                                    batch.daysWaited()))
                                    .toList()));
        }
        return planned;
    }

    private static TrainingProgram program(EstimateOrder order, EstimateRequest terms) {
        try {
            return new TrainingProgram(
                    terms.role(),
                    terms.modules(),
                    terms.wage(),
                    terms.mentorHourly(),
                    terms.calibration(),
                    money ->
                            terms.rates()
                                    .factor(
                                            "currency",
                                            money.currency(),
                                            terms.currency(),
                                            terms.asOf()));
        } catch (InvalidInputException refused) {
            throw TrainingEstimates.refusal(order, refused);
        }
    }

    private static Map<SkillId, Double> best(EstimateRequest terms, List<Evidence> evidence) {
        Map<SkillId, Double> best = new HashMap<>();
        for (Evidence item : evidence) {
            var need = terms.role().skills().get(item.skill());
            if (need != null && item.countsOn(terms.asOf())) {
                best.merge(item.skill(), item.strengthFor(need.level()), Math::max);
            }
        }
        return best;
    }

    private static List<SponsorCase.Offer> offers(SponsorshipOrder order, EstimateRequest terms) {
        List<SponsorCase.Offer> offers = new ArrayList<>();
        for (int i = 0; i < order.offers().size(); i++) {
            SponsorshipOrder.Offer offer = order.offers().get(i);
            Set<SkillId> covers =
                    offer.covers().stream()
                            .map(skill -> new SkillId(skill.toString()))
                            .collect(Collectors.toSet());
            if (!terms.role().skills().keySet().containsAll(covers)) {
                throw new InvalidInput(
                        "/offers/" + i + "/covers", "must all be skills of the role");
            }
            offers.add(
                    Refusals.at(
                            "/offers/" + i,
                            () ->
                                    new SponsorCase.Offer(
                                            new CredentialId(offer.credential()),
                                            offer.fee(),
                                            offer.completion(),
                                            covers)));
        }
        return offers;
    }

    /** What each module costs somebody who shows nothing, at the most likely. */
    private static List<SponsorCase.Course> courses(TrainingProgram program) {
        double[] values = program.mostLikely();
        Proof nothing = program.prove(Map.of());
        List<SponsorCase.Course> courses = new ArrayList<>();
        for (int m = 0; m < program.modules().size(); m++) {
            TrainingModule module = program.modules().get(m);
            courses.add(
                    new SponsorCase.Course(
                            module.id(),
                            program.variableCost(values, m, nothing.options().get(m)),
                            program.sessionCost(values, m),
                            program.capacity(m),
                            module.skillWeights().keySet(),
                            module.waiver() instanceof WaiverRule.Never));
        }
        return courses;
    }

    private SponsorshipDocument document(
            SponsorshipOrder order, Cohort cohort, SponsorPlan plan, List<Score.Skill> left) {
        EstimateRequest terms = cohort.asked().request();
        int digits = terms.currency().getDefaultFractionDigits();
        SponsorPlan.Planned planned = plan instanceof SponsorPlan.Planned found ? found : null;
        return new SponsorshipDocument(
                NewIds.next(),
                clock.instant(),
                UUID.fromString(terms.role().id().value()),
                terms.asOf(),
                terms.currency().getCurrencyCode(),
                planned == null ? "over-budget" : "planned",
                planned == null ? null : EstimateWriter.places(planned.cost(), digits),
                planned == null ? null : EstimateWriter.places(planned.bound(), digits),
                planned == null ? null : EstimateWriter.places(planned.gap(), 4),
                planned == null
                        ? null
                        : switch (planned.proof()) {
                            case BEST -> "best";
                            case TIME_UP -> "time-up";
                        },
                planned == null
                        ? List.of()
                        : planned.choices().stream().map(choice -> choice(order, choice)).toList(),
                left,
                warnings(order.hires(), terms));
    }

    private static SponsorshipDocument.Choice choice(
            SponsorshipOrder order, SponsorPlan.Choice choice) {
        int hire = Integer.parseInt(choice.hire());
        return new SponsorshipDocument.Choice(
                hire,
                order.hires().get(hire).application().map(id -> id.value()).orElse(null),
                choice.sponsored().stream().map(CredentialId::value).sorted().toList(),
                choice.trained().stream()
                        .map(module -> UUID.fromString(module.value()))
                        .sorted()
                        .toList());
    }

    private static List<EstimateDocument.WarningLine> warnings(
            List<CohortOrder.Hire> hires, EstimateRequest terms) {
        List<EstimateDocument.WarningLine> warnings = new ArrayList<>();
        if (hires.stream().anyMatch(hire -> !hire.evidence().isEmpty())) {
            warnings.add(
                    new EstimateDocument.WarningLine(
                            "evidence-supposed",
                            "hires",
                            "Nobody has proven some of this: it is what somebody asked to suppose."));
        }
        int actuals = terms.calibration().actuals();
        if (actuals == 0) {
            warnings.add(
                    new EstimateDocument.WarningLine(
                            "not-calibrated",
                            "calibration.actuals",
                            "Never compared with what training did cost here."));
        } else if (actuals < TrainingActuals.ENOUGH) {
            warnings.add(
                    new EstimateDocument.WarningLine(
                            "few-actuals",
                            "calibration.actuals",
                            "Compared with only " + actuals + " trainings."));
        }
        return warnings;
    }
}
