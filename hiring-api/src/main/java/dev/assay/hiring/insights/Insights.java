package dev.assay.hiring.insights;

import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.insights.InsightRepository.Counted;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.offers.Hire;
import dev.assay.hiring.offers.Hires;
import dev.assay.hiring.offers.Offer;
import dev.assay.hiring.offers.OfferState;
import dev.assay.hiring.offers.Offers;
import dev.assay.hiring.offers.RatingDay;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.training.TrainingActual;
import dev.assay.hiring.training.TrainingActuals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a micro-credential pays off here. Every figure comes with its interval, its sample size
 * and what to be careful about; where there is nothing to count, that is what is said.
 */
@Component
public class Insights {

    /** So many applications are looked into for what their credentials are; reports are sealed. */
    private static final int MOST = 1_000;

    private static final int AT_ONCE = 100;

    private final InsightRepository repository;
    private final TrainingActuals actuals;
    private final Offers offers;
    private final Hires hires;
    private final Credentials credentials;
    private final Jobs jobs;
    private final TenantTransaction transactions;

    Insights(
            InsightRepository repository,
            TrainingActuals actuals,
            Offers offers,
            Hires hires,
            Credentials credentials,
            Jobs jobs,
            TenantTransaction transactions) {
        this.repository = repository;
        this.actuals = actuals;
        this.offers = offers;
        this.hires = hires;
        this.credentials = credentials;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * What trainings of a role came to.
     *
     * @throws InvalidInput when this employer has no such role
     */
    public TrainingInsight training(Actor actor, UUID role) {
        actor.require(Permission.READ_INSIGHTS);
        List<TrainingActual> known = actuals.ofRole(actor, role);
        Map<ApplicationId, Hired> hired =
                hired(
                        actor,
                        known.stream()
                                .map(TrainingActual::application)
                                .flatMap(Optional::stream)
                                .toList(),
                        Map.of());
        return training(
                role,
                known.stream()
                        .map(actual -> Trained.of(actual, actual.application().map(hired::get)))
                        .toList());
    }

    /**
     * How hires did and what was paid for them; the newest thousand.
     *
     * @throws InvalidInput when this employer has no such role
     */
    public HireInsight hires(Actor actor, Optional<UUID> role) {
        actor.require(Permission.READ_INSIGHTS);
        // Asks nothing but whether there is such a role.
        role.ifPresent(id -> actuals.ofRole(actor, id));
        List<ApplicationId> newest =
                transactions.in(actor, () -> repository.newestHired(actor.employer(), role, MOST));
        return hires(
                role.orElse(null),
                List.copyOf(hired(actor, newest, credentialsOf(actor, newest)).values()));
    }

    private Map<ApplicationId, Hired> hired(
            Actor actor,
            List<ApplicationId> ids,
            Map<ApplicationId, List<StoredCredential>> shown) {
        Map<ApplicationId, Hire> started =
                hires.ofEach(actor, ids).stream()
                        .collect(Collectors.toMap(Hire::application, hire -> hire));
        Map<ApplicationId, Offer> accepted =
                offers.ofEach(actor, ids).stream()
                        .filter(offer -> offer.state() == OfferState.ACCEPTED)
                        .collect(Collectors.toMap(Offer::application, offer -> offer));
        // In their order, so that sums have the same digits whenever they are asked for.
        SequencedMap<ApplicationId, Hired> all = new LinkedHashMap<>();
        for (ApplicationId id : ids) {
            all.put(
                    id,
                    Hired.of(
                            Optional.ofNullable(started.get(id)),
                            Optional.ofNullable(accepted.get(id)),
                            shown.getOrDefault(id, List.of())));
        }
        return all;
    }

    /** A hundred at a time: reports are sealed. */
    private Map<ApplicationId, List<StoredCredential>> credentialsOf(
            Actor actor, List<ApplicationId> ids) {
        Map<ApplicationId, List<StoredCredential>> all = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            all.putAll(
                    credentials.inClear(
                            actor, ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
        return all;
    }

    static HireInsight hires(@Nullable UUID role, List<Hired> all) {
        List<HireInsight.Group> groups = new ArrayList<>();
        groups.add(hireGroup("all", null, all));
        groups.add(hireGroup("with-credentials", null, some(all, Hired::proven)));
        groups.add(hireGroup("without", null, some(all, one -> !one.proven())));
        groups.add(hireGroup("credit-bearing", null, some(all, Hired::creditBearing)));
        groups.add(hireGroup("gen-ai", null, some(all, Hired::genAi)));
        SortedSet<String> achievements = new TreeSet<>();
        all.forEach(one -> achievements.addAll(one.achievements()));
        for (String achievement : achievements) {
            groups.add(
                    hireGroup(
                            "achievement",
                            achievement,
                            some(all, one -> one.achievements().contains(achievement))));
        }
        return new HireInsight(role, groups, Reference.ofHires());
    }

    private static HireInsight.Group hireGroup(
            String name, @Nullable String achievement, List<Hired> of) {
        List<Caution> cautions = new ArrayList<>();
        if (!name.equals("all")) {
            cautions.add(Caution.SELF_SELECTION);
        }
        if (name.equals("gen-ai")) {
            cautions.add(Caution.BY_WORDS);
        }
        if (of.size() == MOST) {
            cautions.add(Caution.SAMPLE);
        }
        // Each figure has its own sample; the smallest that there is anything of says the most.
        Interval rated = mean(of, one -> one.rating(RatingDay.DAY_90));
        Interval paid = mean(of, Hired::premium);
        long fewest = Math.min(rated.n(), paid.n());
        if (fewest < Interval.ENOUGH) {
            cautions.add(Caution.few(fewest));
        }
        return new HireInsight.Group(
                name,
                achievement,
                of.size(),
                mean(of, one -> one.rating(RatingDay.DAY_30)),
                mean(of, one -> one.rating(RatingDay.DAY_60)),
                rated,
                paid,
                mean(some(of, one -> one.premium().isPresent()), Hired::ceiling),
                mean(of, one -> difference(one.premium(), one.ceiling())),
                cautions);
    }

    private static Optional<BigDecimal> difference(
            Optional<BigDecimal> paid, Optional<BigDecimal> ceiling) {
        return paid.flatMap(premium -> ceiling.map(premium::subtract));
    }

    /** A training, with how its hire did by the last word there is. */
    record Trained(
            TrainingActual actual,
            Optional<BigDecimal> rating,
            Optional<BigDecimal> premium,
            Optional<BigDecimal> ceiling) {

        static Trained of(TrainingActual actual, Optional<Hired> hired) {
            Optional<BigDecimal> paid = hired.flatMap(Hired::premium);
            return new Trained(
                    actual,
                    hired.flatMap(one -> one.rating(RatingDay.DAY_90)).or(actual::rating),
                    paid.or(actual::premiumPercent),
                    // What was paid is held against what was known when it was offered.
                    (paid.isPresent()
                                    ? hired.flatMap(Hired::ceiling)
                                    : Optional.<BigDecimal>empty())
                            .or(actual::ceilingPercent));
        }

        boolean showed(String achievement) {
            return actual.achievements().contains(achievement);
        }

        boolean showedAny() {
            return !actual.achievements().isEmpty();
        }
    }

    static TrainingInsight training(UUID role, List<Trained> known) {
        List<TrainingInsight.Group> groups = new ArrayList<>();
        groups.add(group("all", null, known));
        groups.add(group("with-credentials", null, some(known, Trained::showedAny)));
        groups.add(group("without", null, some(known, one -> !one.showedAny())));
        SortedSet<String> achievements = new TreeSet<>();
        known.forEach(one -> achievements.addAll(one.actual().achievements()));
        for (String achievement : achievements) {
            groups.add(
                    group("achievement", achievement, some(known, one -> one.showed(achievement))));
        }
        return new TrainingInsight(role, groups, Reference.ofTraining());
    }

    /**
     * How applications fare, of one job or of all.
     *
     * @throws InvalidInput when this employer has no such job
     */
    public AdvancementInsight advancement(Actor actor, Optional<UUID> job) {
        actor.require(Permission.READ_INSIGHTS);
        job.ifPresent(id -> requireJob(actor, id));
        Map<Boolean, Counted> counted =
                transactions.in(actor, () -> repository.advancement(actor.employer(), job));
        List<AdvancementInsight.Advancement> advancement =
                List.of(
                        advancement("with-credentials", counted.get(true)),
                        advancement("without", counted.get(false)));
        List<Caution> cautions = new ArrayList<>(List.of(Caution.SELF_SELECTION));
        long fewest = advancement.stream().mapToLong(line -> line.rate().n()).min().orElse(0);
        if (fewest < Interval.ENOUGH) {
            cautions.add(Caution.few(fewest));
        }
        return new AdvancementInsight(
                advancement, shares(actor, job), cautions, Reference.ofAdvancement());
    }

    private void requireJob(Actor actor, UUID id) {
        try {
            jobs.get(actor, new JobId(id));
        } catch (NotFound none) {
            throw new InvalidInput("/jobId", "names no job");
        }
    }

    private static AdvancementInsight.Advancement advancement(
            String group, @Nullable Counted counted) {
        Counted known = counted == null ? new Counted(0, 0) : counted;
        return new AdvancementInsight.Advancement(
                group, known.advanced(), Interval.ofShare(known.advanced(), known.applications()));
    }

    private List<AdvancementInsight.Share> shares(Actor actor, Optional<UUID> job) {
        Map<ApplicationId, Boolean> newest =
                transactions.in(actor, () -> repository.newest(actor.employer(), job, MOST));
        List<ApplicationId> ids = List.copyOf(newest.keySet());
        Map<ApplicationId, List<StoredCredential>> shown = credentialsOf(actor, ids);
        Map<ApplicationId, Hired> all =
                ids.stream()
                        .collect(
                                Collectors.toMap(
                                        id -> id,
                                        id ->
                                                Hired.of(
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        shown.getOrDefault(id, List.of()))));
        List<Hired> hired =
                ids.stream()
                        .filter(id -> Boolean.TRUE.equals(newest.get(id)))
                        .map(all::get)
                        .toList();
        return List.of(
                share("credit-bearing", List.copyOf(all.values()), hired, Hired::creditBearing),
                share("gen-ai", List.copyOf(all.values()), hired, Hired::genAi));
    }

    static AdvancementInsight.Share share(
            String kind, List<Hired> applicants, List<Hired> hired, Predicate<Hired> is) {
        List<Caution> cautions = new ArrayList<>();
        if (kind.equals("gen-ai")) {
            cautions.add(Caution.BY_WORDS);
        }
        if (hired.size() < Interval.ENOUGH) {
            cautions.add(Caution.few(hired.size()));
        }
        if (applicants.size() == MOST) {
            cautions.add(Caution.SAMPLE);
        }
        return new AdvancementInsight.Share(
                kind,
                Interval.ofShare(some(applicants, is).size(), applicants.size()),
                Interval.ofShare(some(hired, is).size(), hired.size()),
                cautions);
    }

    private static <T> List<T> some(List<T> known, Predicate<T> of) {
        return known.stream().filter(of).toList();
    }

    private static TrainingInsight.Group group(
            String name, @Nullable String achievement, List<Trained> of) {
        // Who left early had not come to the end of the cost.
        List<Trained> completed =
                some(of, one -> one.actual().ended() == TrainingActual.End.COMPLETED);
        List<Caution> cautions = new ArrayList<>();
        if (!name.equals("all")) {
            cautions.add(Caution.SELF_SELECTION);
        }
        if (completed.size() < Interval.ENOUGH) {
            cautions.add(Caution.few(completed.size()));
        }
        return new TrainingInsight.Group(
                name,
                achievement,
                Interval.ofRatio(
                        completed.stream()
                                .mapToDouble(one ->
                                        one.actual().spent().doubleValue()
                                                / one.actual().predicted().doubleValue())
                                .toArray()),
                mean(of, one -> one.actual().weeksTo95()),
                mean(
                        some(of, one -> one.actual().weeksTo95().isPresent()),
                        one -> one.actual().predictedWeeks()),
                mean(of, Trained::rating),
                mean(of, Trained::premium),
                mean(some(of, one -> one.premium().isPresent()), Trained::ceiling),
                mean(of, one -> difference(one.premium(), one.ceiling())),
                cautions);
    }

    private static <T> Interval mean(List<T> of, Function<T, Optional<BigDecimal>> figure) {
        return Interval.ofMean(
                of.stream()
                        .map(figure)
                        .flatMap(Optional::stream)
                        .mapToDouble(BigDecimal::doubleValue)
                        .toArray());
    }
}
