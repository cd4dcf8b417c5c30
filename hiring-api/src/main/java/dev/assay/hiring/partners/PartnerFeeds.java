package dev.assay.hiring.partners;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.partners.PreparedFeed.Part;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.postings.FeedHead;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.postings.FeedWriter;
import dev.assay.hiring.postings.Posting;
import dev.assay.hiring.postings.PostingAddresses;
import dev.assay.hiring.postings.PostingFault;
import dev.assay.hiring.postings.PublishedPostings;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Sha256;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Files of all postings that a partner was granted. They are read twice, a few hundred at a time:
 * first to count them and to tell whether anything changed, then to write them. So a file says at
 * its head how many it holds, however many there are, and holds all of those that were open then.
 */
@Component
public class PartnerFeeds {

    private static final int AT_ONCE = 200;

    /** How many open postings are read at most to tell which are left out. */
    private static final int LOOKED_THROUGH = 2_000;

    private final PublishedPostings published;
    private final PostingAddresses addresses;
    private final FeedPullRepository pulls;
    private final PartnerRepository partners;
    private final TenantTransaction transactions;
    private final Clock clock;

    PartnerFeeds(
            PublishedPostings published,
            PostingAddresses addresses,
            FeedPullRepository pulls,
            PartnerRepository partners,
            TenantTransaction transactions,
            Clock clock) {
        this.published = published;
        this.addresses = addresses;
        this.pulls = pulls;
        this.partners = partners;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Finds out what the partner's file of this kind holds now, without those a board refuses. */
    public PreparedFeed prepare(CallingPartner caller, FeedKind kind) {
        MessageDigest digest = Sha256.begin();
        digest.update((kind + "\n" + addresses.home()).getBytes(StandardCharsets.UTF_8));
        List<Part> parts = new ArrayList<>();
        int items = 0;
        for (Actor.Partner grant : caller.grants()) {
            if (!(grant.reach(Permission.PULL_POSTINGS) instanceof JobReach.Nowhere)) {
                Part part = part(grant, kind, digest);
                items += part.items();
                parts.add(part);
            }
        }
        return new PreparedFeed(
                kind,
                caller.partner(),
                clock.instant(),
                "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, 16) + "\"",
                items,
                parts);
    }

    /** Notes at each employer that the partner looked, and found what it has already. */
    public void unchanged(PreparedFeed feed) {
        feed.parts().forEach(part -> note(feed, part));
    }

    /** Writes the file, and notes at each employer that it was fetched once all is written. */
    public void write(PreparedFeed feed, OutputStream out) {
        FeedWriter writer =
                FeedWriter.begin(
                        feed.kind(),
                        out,
                        new FeedHead(addresses.home(), feed.builtAt(), feed.items()));
        for (Part part : feed.parts()) {
            for (int from = 0; from < part.postings().size(); from += AT_ONCE) {
                int to = Math.min(from + AT_ONCE, part.postings().size());
                for (Posting posting :
                        published.withIds(
                                part.grant().atWork(), part.postings().subList(from, to))) {
                    writer.write(posting, addresses.page(posting, feed.partner()));
                }
            }
        }
        writer.end();
        feed.parts().forEach(part -> note(feed, part));
    }

    /**
     * How a partner fetched this employer's postings last, by the ways it did.
     *
     * @throws NotFound when this employer sees no such partner
     */
    public List<FeedPull> pulls(Actor actor, PartnerId partner) {
        actor.require(Permission.READ_PARTNERS);
        return transactions.in(
                actor,
                () -> {
                    if (partners.find(actor.employer(), partner).isEmpty()) {
                        throw new NotFound("partner");
                    }
                    return pulls.of(actor.employer(), partner);
                });
    }

    /**
     * Which of this employer's open postings a partner's file leaves out now, by id; none where it
     * was granted none, and of the list, which has all. Of an employer with thousands open, the
     * first 2,000 are looked through.
     *
     * @param most how many to name at most
     * @throws NotFound when this employer sees no such partner
     */
    public List<LeftOut> leftOut(Actor actor, PartnerId partner, PullKind kind, int most) {
        actor.require(Permission.READ_PARTNERS);
        Optional<Grant> grant =
                transactions.in(
                        actor,
                        () ->
                                partners.find(actor.employer(), partner)
                                        .orElseThrow(() -> new NotFound("partner"))
                                        .grant());
        List<LeftOut> found = new ArrayList<>();
        grant.filter(given -> given.rights().contains(PartnerRight.LIST))
                .ifPresent(given ->
                        kind.file()
                                .ifPresent(
                                        file -> leftOut(actor, given.reach(), file, most, found)));
        return List.copyOf(found);
    }

    private void leftOut(
            Actor actor, JobReach reach, FeedKind kind, int most, List<LeftOut> found) {
        var reader = new Actor.Service(actor.employer(), "partner-feeds");
        Optional<JobId> last = Optional.empty();
        for (int read = 0; read < LOOKED_THROUGH && found.size() < most; read += AT_ONCE) {
            List<Posting> some = published.openAfter(reader, reach, last, AT_ONCE);
            for (Posting posting : some) {
                List<PostingFault> faults = kind.refusals(posting);
                if (!faults.isEmpty() && found.size() < most) {
                    found.add(
                            new LeftOut(
                                    posting.job().id(), posting.job().content().title(), faults));
                }
            }
            if (some.size() < AT_ONCE) {
                return;
            }
            last = Optional.of(some.getLast().job().id());
        }
    }

    private Part part(Actor.Partner grant, FeedKind kind, MessageDigest digest) {
        List<UUID> taken = new ArrayList<>();
        int items = 0;
        int rejected = 0;
        Optional<JobId> last = Optional.empty();
        List<Posting> some;
        do {
            some =
                    published.openAfter(
                            grant.atWork(), grant.reach(Permission.PULL_POSTINGS), last, AT_ONCE);
            for (Posting posting : some) {
                int here = kind.items(posting);
                if (here == 0) {
                    rejected++;
                    continue;
                }
                items += here;
                taken.add(posting.job().id().value());
                digest.update(
                        "%s %s %s %s\n"
                                .formatted(
                                        posting.job().id(),
                                        posting.job().version().value(),
                                        posting.profile().version().value(),
                                        posting.employer().name())
                                .getBytes(StandardCharsets.UTF_8));
            }
            last = some.isEmpty() ? last : Optional.of(some.getLast().job().id());
        } while (some.size() == AT_ONCE);
        return new Part(grant, taken, items, rejected);
    }

    private void note(PreparedFeed feed, Part part) {
        Actor.Service actor = part.grant().atWork();
        var pull =
                new FeedPull(
                        PullKind.of(feed.kind()),
                        clock.instant(),
                        Optional.of(feed.etag()),
                        part.items(),
                        part.rejected());
        transactions.in(actor, () -> pulls.note(actor.employer(), feed.partner(), pull));
    }
}
