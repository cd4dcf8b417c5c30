package dev.assay.hiring.training.web;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.training.EstimateOrder;
import dev.assay.hiring.training.web.TrainingEstimateRequest.ChangedInputRequest;
import dev.assay.hiring.training.web.TrainingEstimateRequest.ExchangeRateRequest;
import dev.assay.hiring.training.web.TrainingEstimateRequest.SupposedEvidenceRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is asked for into orders. */
@Component
class OrderMapping {

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
