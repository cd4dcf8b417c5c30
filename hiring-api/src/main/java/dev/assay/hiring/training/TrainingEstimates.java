package dev.assay.hiring.training;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.ProvenSkill;
import dev.assay.hiring.scoring.ProvenSkills;
import dev.assay.hiring.scoring.Score;
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
import dev.assay.hiring.skills.Skills;
import dev.assay.hiring.training.Programmes.Programme;
import dev.assay.trainingcost.EstimateRequest;
import dev.assay.trainingcost.TrainingCostEstimator;
import dev.assay.trainingcost.model.Assumption;
import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.model.ExchangeRate;
import dev.assay.trainingcost.model.ExchangeRates;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.Ledger;
import dev.assay.trainingcost.model.OfferTerms;
import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.model.SkillNeed;
import dev.assay.trainingcost.model.Uncertain;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Estimates of what a hire costs to train and what proven skills save. Made of what the employer
 * keeps about the role and of what scoring found proven; never used to rank people.
 */
@Component
@EnableConfigurationProperties(TrainingProperties.class)
public class TrainingEstimates {

    private static final String SCENARIO = "scenario";
    private static final int HIRES_AT_ONCE = 100;

    private final Programmes programmes;
    private final TermRepository terms;
    private final EstimateRepository repository;
    private final TenantTransaction transactions;
    private final Applications applications;
    private final Jobs jobs;
    private final ProvenSkills proven;
    private final Skills skills;
    private final AuditTrail audit;
    private final TrainingProperties properties;
    private final Clock clock;
    private final TrainingCostEstimator estimator = new TrainingCostEstimator();

    TrainingEstimates(
            Programmes programmes,
            TermRepository terms,
            EstimateRepository repository,
            TenantTransaction transactions,
            Applications applications,
            Jobs jobs,
            ProvenSkills proven,
            Skills skills,
            AuditTrail audit,
            TrainingProperties properties,
            Clock clock) {
        this.programmes = programmes;
        this.terms = terms;
        this.repository = repository;
        this.transactions = transactions;
        this.applications = applications;
        this.jobs = jobs;
        this.proven = proven;
        this.skills = skills;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /** An estimate that was made and not stored so far. */
    public record Made(EstimateDocument document, BigDecimal predicted) {}

    /** What the library is asked, with the names it does not know. */
    record Asked(
            Programme programme,
            EstimateRequest request,
            Map<String, Score.Skill> skills,
            List<EstimateDocument.ChangedInput> changes) {}

    /**
     * Makes an estimate; stores nothing. Not to be called inside a transaction: it reckons a while.
     *
     * @throws InvalidInput naming every member at fault
     * @throws Conflict when the application's job names no role profile, or the role's terms do not
     *     go together
     */
    public Made make(Actor actor, EstimateOrder order) {
        actor.require(Permission.ESTIMATE_TRAINING);
        return estimated(order, transactions.in(actor, () -> ask(actor, order)));
    }

    /**
     * What an application's candidate would cost to train for its job's role, as things are now.
     * Not to be called inside a transaction.
     *
     * @throws NotFound when this employer has no such application
     * @throws Conflict when its job names no role profile, or the role's terms do not go together
     */
    public EstimateDocument ofApplication(Actor actor, ApplicationId id) {
        actor.require(Permission.READ_TRAINING);
        EstimateOrder order = EstimateOrder.of(id);
        Asked asked =
                transactions.in(
                        actor,
                        () -> {
                            applications.get(actor, id);
                            return ask(actor, order);
                        });
        try {
            return estimated(order, asked).document();
        } catch (InvalidInput refused) {
            // The call has no body that could be at fault.
            throw new Conflict("training-terms-unsound", refused.faults().getFirst().detail());
        }
    }

    /**
     * Makes an estimate with its inputs as they are and again with each set of changes; stores
     * nothing. Not to be called inside a transaction.
     *
     * @throws InvalidInput naming every member at fault
     * @throws Conflict when the application's job names no role profile, or the role's terms do not
     *     go together
     */
    public Scenarios compare(Actor actor, EstimateOrder order, List<Scenarios.Wanted> wanted) {
        EstimateDocument base = at("/estimate", () -> make(actor, order).document());
        List<Scenarios.Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Scenarios.Wanted scenario = wanted.get(i);
            EstimateDocument other =
                    at(
                            "/scenarios/" + i,
                            () -> make(actor, order.with(scenario.changes())).document());
            scenarios.add(
                    new Scenarios.Scenario(
                            scenario.name(),
                            other.changes(),
                            Scenarios.Reckoned.of(other),
                            Scenarios.Difference.of(base, other)));
        }
        return new Scenarios(
                base.roleProfileId(), base.currency(), Scenarios.Reckoned.of(base), scenarios);
    }

    /** What is refused of a part of the request is named by its place in the whole. */
    private static <T> T at(String pointer, Supplier<T> part) {
        try {
            return part.get();
        } catch (InvalidInput refused) {
            throw new InvalidInput(
                    refused.faults().stream()
                            .map(fault -> new Fault(pointer + fault.pointer(), fault.detail()))
                            .toList());
        }
    }

    /** Many hires of one role, with what each of them shows. */
    record Cohort(Asked asked, List<List<Evidence>> evidence) {}

    /**
     * What is known of many hires of one role. Not to be called inside a transaction: of each
     * application it reads what is proven, some at a time.
     *
     * @param unwanted asked every now and then; once true, it ends with a {@link
     *     CancellationException}
     */
    Cohort cohort(
            Actor actor,
            EstimateOrder terms,
            List<CohortOrder.Hire> hires,
            BooleanSupplier unwanted) {
        TenantTransaction.requireNone();
        Asked asked = transactions.in(actor, () -> ask(actor, terms));
        List<List<Evidence>> evidence = new ArrayList<>();
        Set<ApplicationId> seen = new HashSet<>();
        for (int from = 0; from < hires.size(); from += HIRES_AT_ONCE) {
            if (unwanted.getAsBoolean()) {
                throw new CancellationException("the cohort is no longer wanted");
            }
            int first = from;
            int last = Math.min(hires.size(), from + HIRES_AT_ONCE);
            evidence.addAll(
                    transactions.in(
                            actor,
                            () -> {
                                List<List<Evidence>> some = new ArrayList<>();
                                for (int i = first; i < last; i++) {
                                    some.add(
                                            ofHire(
                                                    actor,
                                                    asked,
                                                    "/hires/" + i,
                                                    hires.get(i),
                                                    seen));
                                }
                                return some;
                            }));
        }
        return new Cohort(asked, evidence);
    }

    private List<Evidence> ofHire(
            Actor actor,
            Asked asked,
            String pointer,
            CohortOrder.Hire hire,
            Set<ApplicationId> seen) {
        if (hire.application().isEmpty()) {
            return supposed(pointer + "/evidence", hire.evidence(), asked.programme());
        }
        ApplicationId application = hire.application().get();
        if (!hire.evidence().isEmpty()) {
            throw new InvalidInput(
                    pointer + "/evidence",
                    "must be absent for an application, whose evidence is verified");
        }
        if (hire.count() != 1) {
            throw new InvalidInput(pointer + "/count", "must be 1 for an application");
        }
        if (!seen.add(application)) {
            throw new InvalidInput(pointer + "/applicationId", "is there twice");
        }
        if (!applications.withIds(actor, List.of(application)).containsKey(application)) {
            throw new InvalidInput(pointer + "/applicationId", "names no application");
        }
        return shown(actor, asked.programme(), application);
    }

    /** Stores an estimate, for good. */
    public EstimateDocument file(Actor actor, Made made) {
        actor.require(Permission.ESTIMATE_TRAINING);
        UUID id = NewIds.next();
        EstimateDocument document = made.document().stored(id, clock.instant());
        return transactions.in(
                actor,
                () -> {
                    repository.insert(
                            actor.employer(), actor.reference(), document, made.predicted());
                    Map<String, Object> detail = new LinkedHashMap<>();
                    detail.put("roleProfile", document.roleProfileId().toString());
                    if (document.applicationId() != null) {
                        detail.put("application", document.applicationId().toString());
                    }
                    detail.put("basis", document.basis());
                    detail.put("saving", document.saving().mean());
                    detail.put("currency", document.currency());
                    detail.put("inputsDigest", document.inputsDigest());
                    audit.recordAndEmit(
                            actor, "training-estimate.made", "training-estimate", id, detail);
                    return document;
                });
    }

    /**
     * @throws NotFound when this employer has no such estimate
     */
    public EstimateDocument get(Actor actor, UUID id) {
        actor.require(Permission.READ_TRAINING);
        return transactions.in(
                actor,
                () ->
                        repository
                                .find(actor.employer(), id)
                                .map(EstimateRepository.Stored::document)
                                .orElseThrow(() -> new NotFound("training estimate")));
    }

    /** Estimates as they were made, newest first. */
    public Page<EstimateDocument> list(
            Actor actor,
            Optional<ApplicationId> application,
            Optional<PageCursor> after,
            PageSize size) {
        actor.require(Permission.READ_TRAINING);
        return transactions.in(
                actor, () -> repository.page(actor.employer(), application, after, size));
    }

    private Made estimated(EstimateOrder order, Asked asked) {
        TenantTransaction.requireNone();
        if (order.draws() > properties.mostDraws()) {
            throw new InvalidInput(
                    "/draws",
                    "must be at most %d here, but is %d"
                            .formatted(properties.mostDraws(), order.draws()));
        }
        try {
            var writer = new EstimateWriter(asked.request(), estimator.estimate(asked.request()));
            return new Made(
                    writer.document(order.application(), asked.skills(), asked.changes()),
                    writer.predicted());
        } catch (InvalidInputException refused) {
            throw refusal(order, refused);
        }
    }

    /** What the library is to be asked; to be called inside a transaction. */
    Asked ask(Actor actor, EstimateOrder order) {
        Programme programme = programme(actor, order);
        Map<String, Score.Skill> named = names(actor, programme);
        List<Evidence> evidence =
                order.application()
                        .map(application -> shown(actor, programme, application))
                        .orElseGet(() -> supposed("/evidence", order.evidence(), programme));
        List<EstimateDocument.ChangedInput> changed = changes(order, programme);
        return new Asked(programme, request(actor, order, programme, evidence), named, changed);
    }

    private Programme programme(Actor actor, EstimateOrder order) {
        if (order.application().isPresent() && !order.evidence().isEmpty()) {
            throw new InvalidInput(
                    "/evidence", "must be absent for an application, whose evidence is verified");
        }
        if (order.roleProfile().isPresent()) {
            Programme programme = programmes.required(actor, order.roleProfile().get());
            order.application().ifPresent(application -> find(actor, application));
            return programme;
        }
        ApplicationId application =
                order.application()
                        .orElseThrow(() ->
                                new InvalidInput(
                                        "/roleProfileId",
                                        "must be there, unless an application's job names one"));
        return programmes.ofJob(
                actor,
                Optional.ofNullable(
                        jobs.get(actor, find(actor, application).job()).content().roleProfileId()));
    }

    private Application find(Actor actor, ApplicationId id) {
        return Optional.ofNullable(applications.withIds(actor, List.of(id)).get(id))
                .orElseThrow(() -> new InvalidInput("/applicationId", "names no application"));
    }

    private Map<String, Score.Skill> names(Actor actor, Programme programme) {
        return skills.withIds(actor, skillsOf(programme).keySet()).values().stream()
                .collect(
                        Collectors.toMap(
                                skill -> skill.id().toString(),
                                skill ->
                                        new Score.Skill(
                                                skill.id().value(),
                                                skill.uri().toString(),
                                                skill.label())));
    }

    /** The levels a role needs its skills at. */
    static Map<SkillId, Integer> skillsOf(Programme programme) {
        Map<SkillId, Integer> needed = new LinkedHashMap<>();
        programme
                .role()
                .skills()
                .forEach((skill, need) ->
                        needed.put(new SkillId(UUID.fromString(skill.value())), need.level()));
        return needed;
    }

    /**
     * The strength is scoring's, which has held the level against the needed one already: told to
     * be at that level, the library takes it as it is.
     */
    List<Evidence> shown(Actor actor, Programme programme, ApplicationId application) {
        return proven.of(actor, application, skillsOf(programme)).stream()
                .map(skill -> evidence(programme, skill))
                .toList();
    }

    private static Evidence evidence(Programme programme, ProvenSkill shown) {
        var skill = new dev.assay.trainingcost.model.SkillId(shown.skill().toString());
        SkillNeed need = Objects.requireNonNull(programme.role().skills().get(skill));
        return new Evidence(
                new CredentialId(shown.credential().toString()),
                skill,
                need.level(),
                shown.strength(),
                shown.validUntil().orElse(null),
                switch (shown.standing()) {
                    case COUNTS -> Evidence.Standing.IN_FORCE;
                    case UNSETTLED -> Evidence.Standing.COULD_NOT_CHECK;
                    case LAPSED -> Evidence.Standing.REVOKED;
                });
    }

    private static List<Evidence> supposed(
            String pointer, List<EstimateOrder.Supposed> supposed, Programme programme) {
        List<Evidence> evidence = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < supposed.size(); i++) {
            var one = supposed.get(i);
            var skill = new dev.assay.trainingcost.model.SkillId(one.skill().toString());
            if (!programme.role().skills().containsKey(skill)) {
                faults.add(new Fault(pointer + "/" + i + "/skill", "is not a skill of the role"));
                continue;
            }
            evidence.add(
                    Refusals.at(
                            pointer + "/" + i,
                            () ->
                                    new Evidence(
                                            new CredentialId(one.credential()),
                                            skill,
                                            one.level(),
                                            one.strength(),
                                            one.validUntil(),
                                            Evidence.Standing.IN_FORCE)));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return evidence;
    }

    private static List<EstimateDocument.ChangedInput> changes(
            EstimateOrder order, Programme programme) {
        SequencedMap<String, Uncertain> inputs =
                Refusals.stored(() -> Programmes.inputs(programme));
        programme.ledger().forEach(line -> inputs.replace(line.input(), line.value()));
        List<EstimateDocument.ChangedInput> changed = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < order.changes().size(); i++) {
            EstimateOrder.Change change = order.changes().get(i);
            Uncertain before = inputs.remove(change.input());
            if (before == null) {
                faults.add(
                        new Fault(
                                "/changes/" + i + "/input",
                                "is no input of the role, or is changed twice"));
            } else {
                changed.add(
                        new EstimateDocument.ChangedInput(
                                change.input(),
                                Range.of(before),
                                Range.of(
                                        Refusals.at(
                                                "/changes/" + i + "/value",
                                                change.value()::uncertain)),
                                change.reason()));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return changed;
    }

    private EstimateRequest request(
            Actor actor, EstimateOrder order, Programme programme, List<Evidence> evidence) {
        LocalDate asOf =
                Objects.requireNonNullElseGet(
                        order.asOf(), () -> clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
        if (order.asOf() != null && programme.wage().date().isAfter(order.asOf())) {
            throw new InvalidInput(
                    "/asOf",
                    "must not lie before the wage point's date, " + programme.wage().date());
        }
        String asked = order.currency();
        CurrencyUnit currency =
                asked == null
                        ? programme.content().currencyUnit()
                        : Refusals.at("", () -> Price.currency(asked));
        ExchangeRates rates = rates(actor, order, programme, currency, asOf);
        SimulationSettings settings =
                Refusals.at("", () -> new SimulationSettings(order.seed(), order.draws()));
        OfferRule rule = order.offer();
        @Nullable OfferTerms offer =
                rule == null ? programme.content().terms() : Refusals.at("/offer", rule::terms);
        Ledger ledger = ledger(order, programme, asOf);
        try {
            return new EstimateRequest(
                    programme.role(),
                    programme.modules(),
                    programme.wage(),
                    programme.mentorHourly(),
                    evidence,
                    currency,
                    rates,
                    asOf,
                    ledger,
                    offer,
                    programme.calibration(),
                    settings);
        } catch (InvalidInputException refused) {
            throw refusal(order, refused);
        }
    }

    /**
     * Those that came with the order, and of currencies for which none came the latest that the
     * employer keeps: what is not needed is left out, so that it moves no digest.
     */
    private ExchangeRates rates(
            Actor actor,
            EstimateOrder order,
            Programme programme,
            CurrencyUnit currency,
            LocalDate asOf) {
        List<ExchangeRate> known = new ArrayList<>();
        Set<String> lacking =
                Programmes.currencies(
                        programme.wage(), programme.mentorHourly(), programme.modules());
        lacking.remove(currency.getCurrencyCode());
        for (EstimateOrder.Rate rate : order.exchangeRates()) {
            if (rate.to().equals(currency.getCurrencyCode())) {
                lacking.remove(rate.from());
            }
        }
        if (!lacking.isEmpty()) {
            terms.rates(actor.employer(), lacking, currency.getCurrencyCode(), asOf).stream()
                    .map(RateContent::exchangeRate)
                    .forEach(known::add);
        }
        for (int i = 0; i < order.exchangeRates().size(); i++) {
            EstimateOrder.Rate rate = order.exchangeRates().get(i);
            String at = "/exchangeRates/" + i;
            CurrencyUnit from = currency(at + "/from", rate.from());
            CurrencyUnit to = currency(at + "/to", rate.to());
            known.add(
                    Refusals.at(
                            at,
                            () ->
                                    new ExchangeRate(
                                            from, to, rate.rate(), rate.date(), rate.source())));
        }
        return Refusals.at(
                "",
                () ->
                        InvalidInputException.within(
                                "exchangeRates",
                                () -> {
                                    try {
                                        return new ExchangeRates(known);
                                    } catch (InvalidInputException twice) {
                                        throw new InvalidInputException("", twice.problem());
                                    }
                                }));
    }

    private static CurrencyUnit currency(String pointer, String code) {
        try {
            return Price.currency(code);
        } catch (InvalidInputException unknown) {
            throw new InvalidInput(pointer, unknown.problem());
        }
    }

    /** The role's ledger, with what is changed for this estimate alone. */
    private static Ledger ledger(EstimateOrder order, Programme programme, LocalDate asOf) {
        SequencedMap<String, Assumption> lines = new LinkedHashMap<>();
        programme.ledger().forEach(line -> lines.put(line.input(), line));
        for (int i = 0; i < order.changes().size(); i++) {
            EstimateOrder.Change change = order.changes().get(i);
            Assumption before = lines.get(change.input());
            lines.put(
                    change.input(),
                    Refusals.at(
                            "/changes/" + i,
                            () ->
                                    new Assumption(
                                            change.input(),
                                            change.value().uncertain(),
                                            before == null ? "as the role's input" : before.unit(),
                                            SCENARIO,
                                            asOf,
                                            SCENARIO,
                                            change.reason())));
        }
        return new Ledger(List.copyOf(lines.values()));
    }

    /** Names what in the request is at fault; if nothing there is, the role's terms are. */
    static RuntimeException refusal(EstimateOrder order, InvalidInputException refused) {
        for (int i = 0; i < order.changes().size(); i++) {
            if (refused.path().startsWith(order.changes().get(i).input())) {
                return new InvalidInput("/changes/" + i + "/value", refused.problem());
            }
        }
        if (refused.path().equals("simulation.draws")) {
            return new InvalidInput("/draws", refused.problem());
        }
        if (refused.path().endsWith("currency")) {
            return new InvalidInput(
                    "/exchangeRates", "lack one: " + refused.path() + " " + refused.problem());
        }
        return new Conflict(
                "training-terms-unsound",
                "The role's terms do not go together: %s %s."
                        .formatted(refused.path(), refused.problem()));
    }
}
