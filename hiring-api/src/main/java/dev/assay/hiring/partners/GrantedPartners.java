package dev.assay.hiring.partners;

import dev.assay.hiring.platform.persistence.Rounds;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.postings.PostingIndex;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PartnerDirectory;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads grants on every call, so that what an employer takes back is gone from the next one on. */
@Component
class GrantedPartners implements PartnerDirectory {

    private final SubmissionRepository submissions;
    private final PartnerEventRepository events;
    private final PostingIndex index;
    private final TenantTransaction transactions;
    private final Function<UUID, List<Actor.Partner>> grantsOf;

    GrantedPartners(
            PartnerRepository repository,
            SubmissionRepository submissions,
            PartnerEventRepository events,
            PostingIndex index,
            TenantTransaction transactions,
            Clock clock) {
        this.submissions = submissions;
        this.events = events;
        this.index = index;
        this.transactions = transactions;
        this.grantsOf =
                Rounds.sharing(subject ->
                        transactions.withoutTenantAsWorker(
                                () -> repository.grantsOf(subject, clock.instant())));
    }

    /** One that nobody granted anything is as one that is not known. */
    @Override
    public Optional<CallingPartner> calling(UUID subject) {
        List<Actor.Partner> grants = grantsOf.apply(subject);
        return grants.isEmpty()
                ? Optional.empty()
                : Optional.of(new CallingPartner(grants.getFirst().partner(), grants));
    }

    @Override
    public Optional<Actor.Partner> about(CallingPartner caller, Permission permission, UUID thing) {
        Optional<EmployerId> employer =
                permission == Permission.FOLLOW_APPLICATIONS
                        ? transactions.withoutTenantAsWorker(() ->
                                submissions
                                        .employerOf(caller.partner(), thing)
                                        .or(() ->
                                                events.employerOfEndpoint(caller.partner(), thing)))
                        : index.employerOf(thing);
        return employer.flatMap(at ->
                caller.grants().stream().filter(grant -> grant.employer().equals(at)).findFirst());
    }
}
