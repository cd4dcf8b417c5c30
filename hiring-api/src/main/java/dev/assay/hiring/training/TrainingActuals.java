package dev.assay.hiring.training;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.ProvenSkill;
import dev.assay.hiring.scoring.ProvenSkills;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.SkillId;
import dev.assay.trainingcost.calibrate.Actual;
import dev.assay.trainingcost.calibrate.CostFactor;
import dev.assay.trainingcost.calibrate.HoldOut;
import dev.assay.trainingcost.calibrate.PassRate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What trainings did cost and how hires did, and what that says about the estimates: from the next
 * one on they are made with it.
 */
@Component
public class TrainingActuals {

    /** Fewer say little. */
    public static final int ENOUGH = 20;

    /** Before any test-out was seen, either end is as likely. */
    private static final PassRate UNSEEN = new PassRate(1, 1);

    private static final double LEARN_SHARE = 0.5;
    private static final int FEWEST_TO_JUDGE = 4;
    private static final int LOWEST_RATING = 1;
    private static final int HIGHEST_RATING = 5;

    private final ActualRepository repository;
    private final EstimateRepository estimates;
    private final TermRepository terms;
    private final RoleBeliefs beliefs;
    private final ProvenSkills proven;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    TrainingActuals(
            ActualRepository repository,
            EstimateRepository estimates,
            TermRepository terms,
            RoleBeliefs beliefs,
            ProvenSkills proven,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.estimates = estimates;
        this.terms = terms;
        this.beliefs = beliefs;
        this.proven = proven;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records what the training of an estimate came to.
     *
     * @throws InvalidInput naming every member at fault
     * @throws Conflict when it was recorded already, or the estimate had nothing to train
     */
    public TrainingActual record(Actor actor, NewActual reported) {
        actor.require(Permission.EDIT_TRAINING);
        return transactions.in(
                actor,
                () -> {
                    EstimateRepository.Stored estimate =
                            estimates
                                    .find(actor.employer(), reported.estimate())
                                    .orElseThrow(() ->
                                            new InvalidInput(
                                                    "/estimateId", "names no training estimate"));
                    requireSound(reported, estimate.document());
                    if (estimate.predicted().signum() == 0) {
                        throw new Conflict(
                                "nothing-predicted",
                                "The estimate had nothing to train, so there is nothing to compare with.");
                    }
                    TrainingActual actual = actual(actor, reported, estimate);
                    if (!repository.insert(actor.employer(), actual)) {
                        throw new Conflict(
                                "actual-recorded",
                                "What this estimate's training came to was recorded already.");
                    }
                    audit.recordAndEmit(
                            actor,
                            "training-actual.recorded",
                            "training-actual",
                            actual.id(),
                            Map.of(
                                    "estimate", actual.estimate().toString(),
                                    "roleProfile", actual.roleProfile().toString(),
                                    "spent", actual.spent(),
                                    "currency", actual.currency(),
                                    "ended", actual.ended().wireName()));
                    return actual;
                });
    }

    /** What trainings came to, the latest recorded first. */
    public Page<TrainingActual> list(
            Actor actor, Optional<UUID> role, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_TRAINING);
        return transactions.in(actor, () -> repository.page(actor.employer(), role, after, size));
    }

    /**
     * All of a role, the latest finished first; at most ten thousand.
     *
     * @throws NotFound when this employer has no such role
     */
    public List<TrainingActual> ofRole(Actor actor, UUID role) {
        actor.require(Permission.READ_TRAINING);
        return transactions.in(
                actor,
                () -> {
                    if (terms.withIds(actor.employer(), TermKind.ROLE, List.of(role)).isEmpty()) {
                        throw new InvalidInput("/roleProfileId", "names no role profile");
                    }
                    return repository.ofRole(actor.employer(), role);
                });
    }

    /** What a role's actuals say about its estimates. */
    public CalibrationReport calibration(Actor actor, UUID role) {
        List<TrainingActual> known = ofRole(actor, role);
        RoleBeliefs.Prior prior =
                transactions.in(
                        actor,
                        () ->
                                beliefs.prior(
                                        actor.employer(),
                                        terms
                                                .withIds(
                                                        actor.employer(),
                                                        TermKind.ROLE,
                                                        List.of(role))
                                                .stream()
                                                .findFirst()
                                                .map(FiledTerm::content)
                                                .map(RoleContent::parent)));
        return report(role, prior, known);
    }

    static CalibrationReport report(
            UUID role, RoleBeliefs.Prior prior, List<TrainingActual> actuals) {
        List<Actual> finished = actuals.stream().map(TrainingActual::actual).toList();
        CostFactor belief = prior.belief().after(finished);
        Map<String, List<Actual>> byAchievement = new TreeMap<>();
        for (TrainingActual actual : actuals) {
            for (String achievement : actual.achievements()) {
                byAchievement
                        .computeIfAbsent(achievement, _ -> new ArrayList<>())
                        .add(actual.actual());
            }
        }
        return new CalibrationReport(
                role,
                finished.size(),
                (int) finished.stream().filter(one -> one.end() == Actual.End.LEFT_EARLY).count(),
                prior.actuals(),
                belief(belief),
                judged(prior.belief(), finished),
                byAchievement.entrySet().stream()
                        .map(one ->
                                new CalibrationReport.OfAchievement(
                                        one.getKey(),
                                        one.getValue().size(),
                                        belief(
                                                RoleBeliefs.inherited(belief)
                                                        .after(one.getValue()))))
                        .toList(),
                tests(actuals),
                warnings(finished.size(), !byAchievement.isEmpty()));
    }

    private static CalibrationReport.Belief belief(CostFactor factor) {
        return new CalibrationReport.Belief(
                EstimateWriter.places(factor.mean(), 6),
                EstimateWriter.places(factor.weight(), 6),
                EstimateWriter.places(factor.shape(), 6),
                EstimateWriter.places(factor.scale(), 6),
                EstimateWriter.places(factor.factor(0.1), 4),
                EstimateWriter.places(factor.factor(0.5), 4),
                EstimateWriter.places(factor.factor(0.9), 4));
    }

    private static CalibrationReport.@org.jspecify.annotations.Nullable Judgement judged(
            CostFactor prior, List<Actual> finished) {
        long completed = finished.stream().filter(one -> one.end() == Actual.End.COMPLETED).count();
        if (finished.size() < FEWEST_TO_JUDGE
                || completed < finished.size() - finished.size() / 2) {
            return null;
        }
        HoldOut judged = HoldOut.judge(prior, finished, LEARN_SHARE);
        return new CalibrationReport.Judgement(
                judged.learned(),
                judged.judged(),
                judged.covered(),
                judged.coverageFits(),
                EstimateWriter.places(judged.crps(), 6),
                EstimateWriter.places(judged.crpsBefore(), 6),
                EstimateWriter.places(judged.pinballP90(), 6));
    }

    private static List<CalibrationReport.PassChance> tests(List<TrainingActual> actuals) {
        Map<UUID, List<TrainingActual.TestOut>> tests =
                actuals.stream()
                        .flatMap(actual -> actual.tests().stream())
                        .collect(
                                Collectors.groupingBy(
                                        TrainingActual.TestOut::moduleId,
                                        TreeMap::new,
                                        Collectors.toList()));
        return tests.entrySet().stream()
                .map(one -> {
                    int tries = one.getValue().size();
                    int passes =
                            (int)
                                    one.getValue().stream()
                                            .filter(TrainingActual.TestOut::passed)
                                            .count();
                    return new CalibrationReport.PassChance(
                            one.getKey(),
                            passes,
                            tries,
                            EstimateWriter.places(UNSEEN.after(passes, tries).mean(), 4));
                })
                .toList();
    }

    private static List<EstimateDocument.WarningLine> warnings(int actuals, boolean split) {
        List<EstimateDocument.WarningLine> warnings = new ArrayList<>();
        if (actuals == 0) {
            warnings.add(
                    new EstimateDocument.WarningLine(
                            "not-calibrated",
                            "actuals",
                            "No training was compared so far: the belief is the one we begin with."));
        } else if (actuals < ENOUGH) {
            warnings.add(
                    new EstimateDocument.WarningLine(
                            "few-actuals", "actuals", "Only " + actuals + " trainings."));
        }
        if (split) {
            warnings.add(
                    new EstimateDocument.WarningLine(
                            "self-selection",
                            "achievements",
                            "People with credentials chose to get them: an association, and no cause."));
        }
        return warnings;
    }

    private void requireSound(NewActual reported, EstimateDocument estimate) {
        List<Fault> faults = new ArrayList<>();
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        if (reported.finished().isAfter(today)) {
            faults.add(new Fault("/finishedOn", "must not lie in the future"));
        }
        if (reported.spent().signum() <= 0) {
            faults.add(new Fault("/spent/amount", "must be more than 0"));
        }
        if (!reported.currency().equals(estimate.currency())) {
            faults.add(
                    new Fault("/spent/currency", "must be the estimate's, " + estimate.currency()));
        }
        outside(reported.rating(), LOWEST_RATING, HIGHEST_RATING)
                .ifPresent(detail -> faults.add(new Fault("/rating", detail)));
        outside(reported.weeksTo95(), 0, 520)
                .ifPresent(detail -> faults.add(new Fault("/weeksTo95", detail)));
        outside(reported.premiumPercent(), 0, 1_000)
                .ifPresent(detail -> faults.add(new Fault("/premiumPercent", detail)));
        Set<UUID> modules =
                estimate.modules().stream()
                        .map(EstimateDocument.ModuleLine::id)
                        .collect(Collectors.toSet());
        for (int i = 0; i < reported.tests().size(); i++) {
            if (!modules.contains(reported.tests().get(i).moduleId())) {
                faults.add(new Fault("/tests/" + i + "/moduleId", "is no module of the estimate"));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static Optional<String> outside(Optional<BigDecimal> value, int least, int most) {
        return value.filter(number ->
                        number.compareTo(BigDecimal.valueOf(least)) < 0
                                || number.compareTo(BigDecimal.valueOf(most)) > 0)
                .map(_ -> "must be between " + least + " and " + most);
    }

    private TrainingActual actual(
            Actor actor, NewActual reported, EstimateRepository.Stored estimate) {
        EstimateDocument document = estimate.document();
        Optional<ApplicationId> application =
                Optional.ofNullable(document.applicationId()).map(ApplicationId::new);
        return new TrainingActual(
                NewIds.next(),
                reported.estimate(),
                document.roleProfileId(),
                application,
                reported.finished(),
                estimate.predicted(),
                reported.spent(),
                reported.currency(),
                reported.ended(),
                application.map(id -> achievements(actor, id, document)).orElse(List.of()),
                reported.weeksTo95(),
                predictedWeeks(actor, document),
                reported.rating(),
                reported.premiumPercent(),
                document.premiumCeiling().stream()
                        .filter(ceiling -> ceiling.years() == 1)
                        .map(EstimateDocument.Ceiling::percent)
                        .findFirst(),
                reported.tests(),
                clock.instant(),
                actor.reference());
    }

    /** What the credentials that counted in the estimate were awarded for. */
    private List<String> achievements(
            Actor actor, ApplicationId application, EstimateDocument estimate) {
        Map<SkillId, Integer> asked = new LinkedHashMap<>();
        Set<String> counted = new TreeSet<>();
        for (EstimateDocument.EvidenceLine line : estimate.evidence()) {
            if (line.standing().equals("in-force")) {
                asked.put(new SkillId(line.skill().id()), 1);
                counted.add(line.credentialId());
            }
        }
        return proven.of(actor, application, asked).stream()
                .filter(shown -> counted.contains(shown.credential().toString()))
                .map(ProvenSkill::achievement)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<BigDecimal> predictedWeeks(Actor actor, EstimateDocument estimate) {
        return terms
                .withIds(actor.employer(), TermKind.ROLE, List.of(estimate.roleProfileId()))
                .stream()
                .map(role -> role.content().rampUp().weeksTo95().uncertain().mostLikely())
                .map(weeks -> EstimateWriter.places(weeks, 4))
                .findFirst();
    }
}
