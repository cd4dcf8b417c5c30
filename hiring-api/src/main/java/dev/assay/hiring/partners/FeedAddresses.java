package dev.assay.hiring.partners;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Sha256;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Addresses of files of postings, for partners that can send no token: knowing one is all it takes
 * to fetch that one kind of file of that one employer, while the partner may list postings there.
 * HR admins make and revoke them. One is shown once, to whoever made it; what it ends with cannot
 * be guessed, and only its digest is kept.
 */
@Component
public class FeedAddresses {

    private static final int EMPLOYER_BYTES = 2 * Long.BYTES;
    private static final int SECRET_BYTES = 32;

    private final FeedAddressRepository repository;
    private final Partners partners;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FeedAddresses(
            FeedAddressRepository repository,
            Partners partners,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.partners = partners;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes one more address for a partner. Those it has stay, so that it can change over.
     *
     * @throws NotFound when the employer sees no such partner
     */
    public NewFeedAddress make(Actor actor, PartnerId partner, FeedKind kind) {
        actor.require(Permission.MANAGE_PARTNERS);
        String ending = newEnding(actor.employer());
        FeedAddress address =
                new FeedAddress(NewIds.next(), partner, kind, clock.instant(), Optional.empty());
        return transactions.in(
                actor,
                () -> {
                    partners.get(actor, partner);
                    repository.insert(actor.employer(), address, Sha256.of(ending));
                    record(actor, "feed-address.made", address);
                    return new NewFeedAddress(address, "/feeds/" + kind.wireName() + "/" + ending);
                });
    }

    /**
     * Those in force, the oldest first; never with what they are.
     *
     * @throws NotFound when the employer sees no such partner
     */
    public Page<FeedAddress> list(
            Actor actor, PartnerId partner, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_PARTNERS);
        return transactions.in(
                actor,
                () -> {
                    partners.get(actor, partner);
                    return repository.list(actor.employer(), partner, after, size);
                });
    }

    /**
     * Ends an address: from the next call on it is as one that never was.
     *
     * @throws NotFound when the partner has no such address, or the employer sees no such partner
     */
    public void revoke(Actor actor, PartnerId partner, UUID id) {
        actor.require(Permission.MANAGE_PARTNERS);
        transactions.in(
                actor,
                () -> {
                    partners.get(actor, partner);
                    FeedAddress revoked =
                            repository
                                    .find(actor.employer(), partner, id)
                                    .filter(_ -> repository.delete(actor.employer(), id))
                                    .orElseThrow(() -> new NotFound("feed address"));
                    record(actor, "feed-address.revoked", revoked);
                });
    }

    /**
     * What lies at an address; empty when there is none in force, and just so when its partner is
     * disabled or may not list postings.
     *
     * @param kind the file that is asked for
     * @param ending the last part of the address
     */
    public Optional<AddressedFeed> find(FeedKind kind, String ending) {
        return employerIn(ending).flatMap(employer -> find(employer, kind, ending));
    }

    private Optional<AddressedFeed> find(EmployerId employer, FeedKind kind, String ending) {
        return transactions
                .in(
                        new Actor.Service(employer, "partner-feeds"),
                        () -> repository.find(employer, kind, Sha256.of(ending)))
                .flatMap(address ->
                        partners.acting(employer, address.partner())
                                .filter(FeedAddresses::mayList)
                                .map(partner -> new AddressedFeed(address.id(), kind, partner)));
    }

    /** Notes that the file was fetched by its address, or found to be unchanged. */
    public void notePull(AddressedFeed feed) {
        Actor.Service actor = feed.partner().atWork();
        transactions.in(
                actor, () -> repository.pulled(actor.employer(), feed.address(), clock.instant()));
    }

    private static boolean mayList(Actor.Partner partner) {
        return !(partner.reach(Permission.PULL_POSTINGS) instanceof JobReach.Nowhere);
    }

    /** It begins with the employer, whose rows alone are then looked into. */
    private String newEnding(EmployerId employer) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        byte[] bytes =
                ByteBuffer.allocate(EMPLOYER_BYTES + SECRET_BYTES)
                        .putLong(employer.value().getMostSignificantBits())
                        .putLong(employer.value().getLeastSignificantBits())
                        .put(secret)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Optional<EmployerId> employerIn(String ending) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(ending);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (bytes.length != EMPLOYER_BYTES + SECRET_BYTES) {
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(bytes);
        return Optional.of(new EmployerId(new UUID(parts.getLong(), parts.getLong())));
    }

    private void record(Actor actor, String action, FeedAddress address) {
        audit.recordAndEmit(
                actor,
                action,
                "feed-address",
                address.id(),
                Map.of("kind", address.kind().wireName(), "partner", address.partner().toString()));
    }
}
