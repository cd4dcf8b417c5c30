package dev.assay.hiring.partners;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.webhooks.EndpointAdded;
import dev.assay.hiring.webhooks.EventSource;
import dev.assay.hiring.webhooks.HeardEvent;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a partner is told at an employer: where the applications stand that it handed in. What it
 * may hear follows from its grant at the moment it hears it, so that nothing is told after a grant
 * was taken back.
 */
@Component
public class PartnerEvents implements EventSource {

    private final PartnerEventRepository repository;
    private final PartnerRepository partners;
    private final TenantTransaction transactions;
    private final Clock clock;

    PartnerEvents(
            PartnerEventRepository repository,
            PartnerRepository partners,
            TenantTransaction transactions,
            Clock clock) {
        this.repository = repository;
        this.partners = partners;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The events that follow a number, in their order. Those of jobs that the partner may not
     * follow now are left out, and the numbers tell so.
     *
     * @param after 0 for all there are
     */
    public Page<PartnerEvent> after(Actor.Partner actor, long after, PageSize size) {
        JobReach reach = actor.requireSomewhere(Permission.FOLLOW_APPLICATIONS);
        Page<PartnerEvent> page =
                transactions.in(
                        actor,
                        () ->
                                Page.of(
                                        repository.after(
                                                actor.employer(),
                                                actor.partner(),
                                                after,
                                                size.plusOne()),
                                        size,
                                        event -> PageCursor.of(event.sequence())));
        return new Page<>(
                page.items().stream().filter(event -> reach.covers(event.job().value())).toList(),
                page.next());
    }

    @EventListener
    void onEndpointAdded(EndpointAdded event) {
        event.endpoint()
                .partner()
                .ifPresent(partner ->
                        repository.noteEndpoint(
                                event.actor().employer(), partner, event.endpoint().id().value()));
    }

    @Override
    public boolean isFor(Optional<UUID> partner) {
        return partner.isPresent();
    }

    @Override
    public long head(Actor actor, Optional<UUID> partner) {
        return repository.last(actor.employer(), partner.orElseThrow());
    }

    @Override
    public List<HeardEvent> after(Actor actor, Optional<UUID> partner, long after, int atMost) {
        return repository.after(actor.employer(), partner.orElseThrow(), after, atMost).stream()
                .map(PartnerEvents::heard)
                .toList();
    }

    @Override
    public List<HeardEvent> numbered(
            Actor actor, Optional<UUID> partner, Collection<Long> sequences) {
        UUID owner = partner.orElseThrow();
        JobReach reach =
                repository
                        .subjectOf(owner)
                        .map(subject -> partners.grantsOf(subject, clock.instant()))
                        .orElse(List.of())
                        .stream()
                        .filter(grant -> grant.employer().equals(actor.employer()))
                        .findFirst()
                        .map(grant -> grant.reach(Permission.FOLLOW_APPLICATIONS))
                        .orElse(new JobReach.Nowhere());
        return repository.numbered(actor.employer(), owner, sequences).stream()
                .filter(event -> reach.covers(event.job().value()))
                .map(PartnerEvents::heard)
                .toList();
    }

    private static HeardEvent heard(PartnerEvent event) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("id", event.id().toString())
                .put("sequence", event.sequence())
                .put("applicationId", event.application().toString())
                .put("jobId", event.job().toString())
                .put("phase", event.phase().wireName())
                .put("attributed", event.attributed());
        return new HeardEvent(
                event.id(), event.sequence(), PartnerEvent.TYPE, event.occurredAt(), data);
    }
}
