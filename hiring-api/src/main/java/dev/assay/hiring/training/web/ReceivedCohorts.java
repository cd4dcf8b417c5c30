package dev.assay.hiring.training.web;

import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.training.CohortOrder;
import dev.assay.hiring.training.CohortReader;
import org.springframework.stereotype.Component;

/** Reads a cohort's body again when its turn has come. */
@Component
class ReceivedCohorts implements CohortReader {

    private final RequestJson json;
    private final OrderMapping orders;

    ReceivedCohorts(RequestJson json, OrderMapping orders) {
        this.json = json;
        this.orders = orders;
    }

    @Override
    public CohortOrder read(Actor actor, byte[] received) {
        return orders.cohort(actor, json.read(received, CohortPlanRequest.class));
    }
}
