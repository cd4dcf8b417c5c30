package dev.assay.hiring.training.web;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.training.CohortOrder;
import dev.assay.hiring.training.EstimateOrder;
import dev.assay.hiring.training.SponsorshipOrder;
import dev.assay.hiring.training.web.CohortPlanRequest.HireRequest;
import dev.assay.hiring.training.web.TrainingEstimateRequest.ChangedInputRequest;
import dev.assay.hiring.training.web.TrainingEstimateRequest.SupposedEvidenceRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is asked for into orders. */
@Component
class OrderMapping {

    private static final double PROVEN_FROM = 0.5;

    private final NamedSkills skills;

    OrderMapping(NamedSkills skills) {
        this.skills = skills;
    }

    EstimateOrder order(Actor actor, TrainingEstimateRequest request) {
        return new EstimateOrder(
                Optional.ofNullable(request.roleProfileId()),
                Optional.ofNullable(request.applicationId()).map(ApplicationId::new),
                supposed(actor, "/evidence", request.evidence()),
                changes(request.changes()),
                request.currency(),
                rates(request.exchangeRates()),
                request.offer(),
                request.asOf(),
                Objects.requireNonNullElse(request.seed(), EstimateOrder.USUAL_SEED),
                Objects.requireNonNullElse(request.draws(), EstimateOrder.USUAL_DRAWS));
    }

    CohortOrder cohort(Actor actor, CohortPlanRequest request) {
        return new CohortOrder(
                terms(
                        request.roleProfileId(),
                        request.changes(),
                        request.currency(),
                        request.exchangeRates(),
                        request.asOf(),
                        Objects.requireNonNullElse(request.seed(), EstimateOrder.USUAL_SEED),
                        Objects.requireNonNullElse(request.draws(), EstimateOrder.USUAL_DRAWS)),
                hires(actor, request.hires()),
                request.waitingCostPerDay());
    }

    SponsorshipOrder sponsorship(Actor actor, SponsorshipPlanRequest request) {
        List<SponsorshipOrder.Offer> offers = new ArrayList<>();
        for (int i = 0; i < request.offers().size(); i++) {
            var offer = request.offers().get(i);
            offers.add(
                    new SponsorshipOrder.Offer(
                            offer.credential(),
                            offer.fee(),
                            Objects.requireNonNullElse(offer.completion(), 1.0),
                            Set.copyOf(
                                    skills.resolved(
                                            actor,
                                            "/offers/" + i + "/covers",
                                            offer.covers(),
                                            SponsorshipPlanRequest.CoveredSkillRequest::skill,
                                            (_, skill) -> skill))));
        }
        return new SponsorshipOrder(
                terms(
                        request.roleProfileId(),
                        null,
                        request.currency(),
                        request.exchangeRates(),
                        request.asOf(),
                        EstimateOrder.USUAL_SEED,
                        EstimateOrder.USUAL_DRAWS),
                hires(actor, request.hires()),
                offers,
                request.budget(),
                Objects.requireNonNullElse(request.provenFrom(), PROVEN_FROM));
    }

    private List<CohortOrder.Hire> hires(Actor actor, List<HireRequest> requests) {
        List<CohortOrder.Hire> hires = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            HireRequest hire = requests.get(i);
            hires.add(
                    new CohortOrder.Hire(
                            Optional.ofNullable(hire.applicationId()).map(ApplicationId::new),
                            supposed(actor, "/hires/" + i + "/evidence", hire.evidence()),
                            Objects.requireNonNullElse(hire.count(), 1),
                            hire.startsOn()));
        }
        return hires;
    }

    private static EstimateOrder terms(
            UUID role,
            @Nullable List<ChangedInputRequest> changes,
            @Nullable String currency,
            @Nullable List<ExchangeRateRequest> rates,
            @Nullable LocalDate asOf,
            long seed,
            int draws) {
        return new EstimateOrder(
                Optional.of(role),
                Optional.empty(),
                List.of(),
                changes(changes),
                currency,
                rates(rates),
                null,
                asOf,
                seed,
                draws);
    }

    List<EstimateOrder.Supposed> supposed(
            Actor actor, String pointer, @Nullable List<SupposedEvidenceRequest> evidence) {
        return skills.resolved(
                actor,
                pointer,
                Objects.requireNonNullElse(evidence, List.<SupposedEvidenceRequest>of()),
                SupposedEvidenceRequest::skill,
                (one, skill) ->
                        new EstimateOrder.Supposed(
                                one.credential(),
                                skill,
                                one.level(),
                                one.strength(),
                                one.validUntil()));
    }

    static List<EstimateOrder.Change> changes(@Nullable List<ChangedInputRequest> changes) {
        return Objects.requireNonNullElse(changes, List.<ChangedInputRequest>of()).stream()
                .map(one -> new EstimateOrder.Change(one.input(), one.value(), one.reason()))
                .toList();
    }

    static List<EstimateOrder.Rate> rates(@Nullable List<ExchangeRateRequest> rates) {
        return Objects.requireNonNullElse(rates, List.<ExchangeRateRequest>of()).stream()
                .map(one ->
                        new EstimateOrder.Rate(
                                one.from(), one.to(), one.rate(), one.date(), one.source()))
                .toList();
    }
}
