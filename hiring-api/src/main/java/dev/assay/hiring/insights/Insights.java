package dev.assay.hiring.insights;

import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.report.Outcome;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.insights.InsightRepository.Counted;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private final Credentials credentials;
    private final Jobs jobs;
    private final TenantTransaction transactions;

    Insights(
            InsightRepository repository,
            TrainingActuals actuals,
            Credentials credentials,
            Jobs jobs,
            TenantTransaction transactions) {
        this.repository = repository;
        this.actuals = actuals;
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
        return training(role, actuals.ofRole(actor, role));
    }

    static TrainingInsight training(UUID role, List<TrainingActual> known) {
        List<TrainingInsight.Group> groups = new ArrayList<>();
        groups.add(group("all", Optional.empty(), known));
        groups.add(
                group(
                        "with-credentials",
                        Optional.empty(),
                        some(known, actual -> !actual.achievements().isEmpty())));
        groups.add(
                group(
                        "without",
                        Optional.empty(),
                        some(known, actual -> actual.achievements().isEmpty())));
        SortedSet<String> achievements = new TreeSet<>();
        known.forEach(actual -> achievements.addAll(actual.achievements()));
        for (String achievement : achievements) {
            groups.add(
                    group(
                            "achievement",
                            Optional.of(achievement),
                            some(known, actual -> actual.achievements().contains(achievement))));
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
            String group, @org.jspecify.annotations.Nullable Counted counted) {
        Counted known = counted == null ? new Counted(0, 0) : counted;
        return new AdvancementInsight.Advancement(
                group, known.advanced(), Interval.ofShare(known.advanced(), known.applications()));
    }

    private List<AdvancementInsight.Share> shares(Actor actor, Optional<UUID> job) {
        Map<ApplicationId, Boolean> newest =
                transactions.in(actor, () -> repository.newest(actor.employer(), job, MOST));
        List<ApplicationId> ids = List.copyOf(newest.keySet());
        long hires = newest.values().stream().filter(hired -> hired).count();
        long bearing = 0;
        long bearingHires = 0;
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<ApplicationId> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Map<ApplicationId, List<StoredCredential>> held = credentials.ofEach(actor, some);
            for (var entry : held.entrySet()) {
                if (entry.getValue().stream().anyMatch(Insights::isCreditBearing)) {
                    bearing++;
                    bearingHires += Boolean.TRUE.equals(newest.get(entry.getKey())) ? 1 : 0;
                }
            }
        }
        List<Caution> cautions = new ArrayList<>();
        if (hires < Interval.ENOUGH) {
            cautions.add(Caution.few(hires));
        }
        if (ids.size() == MOST) {
            cautions.add(Caution.SAMPLE);
        }
        return List.of(
                new AdvancementInsight.Share(
                        "credit-bearing",
                        Interval.ofShare(bearing, ids.size()),
                        Interval.ofShare(bearingHires, hires),
                        cautions),
                new AdvancementInsight.Share(
                        "gen-ai",
                        Interval.ofShare(0, 0),
                        Interval.ofShare(0, 0),
                        List.of(Caution.NOT_RECORDED)));
    }

    private static boolean isCreditBearing(StoredCredential credential) {
        return credential.withdrawnAt().isEmpty()
                && credential.report().outcome() == Outcome.VERIFIED
                && credential.report().credential().flatMap(CredentialSummary::credits).isPresent();
    }

    private static List<TrainingActual> some(
            List<TrainingActual> known, Predicate<TrainingActual> of) {
        return known.stream().filter(of).toList();
    }

    private static TrainingInsight.Group group(
            String name, Optional<String> achievement, List<TrainingActual> of) {
        // Who left early had not come to the end of the cost.
        List<TrainingActual> completed =
                some(of, actual -> actual.ended() == TrainingActual.End.COMPLETED);
        List<Caution> cautions = new ArrayList<>();
        if (!name.equals("all")) {
            cautions.add(Caution.SELF_SELECTION);
        }
        if (completed.size() < Interval.ENOUGH) {
            cautions.add(Caution.few(completed.size()));
        }
        return new TrainingInsight.Group(
                name,
                achievement.orElse(null),
                Interval.ofRatio(
                        completed.stream()
                                .mapToDouble(actual ->
                                        actual.spent().doubleValue()
                                                / actual.predicted().doubleValue())
                                .toArray()),
                mean(of, TrainingActual::weeksTo95),
                mean(
                        some(of, actual -> actual.weeksTo95().isPresent()),
                        TrainingActual::predictedWeeks),
                mean(of, TrainingActual::rating),
                mean(of, TrainingActual::premiumPercent),
                mean(
                        some(of, actual -> actual.premiumPercent().isPresent()),
                        TrainingActual::ceilingPercent),
                cautions);
    }

    private static Interval mean(
            List<TrainingActual> of, Function<TrainingActual, Optional<BigDecimal>> figure) {
        return Interval.ofMean(
                of.stream()
                        .map(figure)
                        .flatMap(Optional::stream)
                        .mapToDouble(BigDecimal::doubleValue)
                        .toArray());
    }
}
