package dev.assay.hiring.partners;

import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.lists.SyncPage;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.postings.Posting;
import dev.assay.hiring.postings.PublishedPostings;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What partners see of jobs: the open ones of employers that granted it to them, and of those the
 * granted ones. Anything else does not exist for them.
 */
@Component
public class Postings {

    private static final Duration PAUSE = Duration.ofHours(1);

    /** Employer, job, and where the walk began. */
    private static final int WALK_PARTS = 3;

    private final Jobs jobs;
    private final PublishedPostings published;
    private final PostingChanges changes;
    private final FeedPullRepository pulls;
    private final TenantTransaction transactions;
    private final Clock clock;

    Postings(
            Jobs jobs,
            PublishedPostings published,
            PostingChanges changes,
            FeedPullRepository pulls,
            TenantTransaction transactions,
            Clock clock) {
        this.jobs = jobs;
        this.published = published;
        this.changes = changes;
        this.pulls = pulls;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A page of the postings the partner may pull, employer by employer, each one's oldest first;
     * or, with a token that an earlier last page gave out, of what changed in them since.
     *
     * @throws InvalidInput when the cursor is none of this list
     * @throws BadRequest when the token is none of this list
     * @throws Refusal when the token was good once, and the list has to be read anew
     */
    public SyncPage<Posting> list(
            CallingPartner caller,
            Optional<String> after,
            Optional<String> syncToken,
            PageSize size) {
        SyncPage<Posting> page =
                syncToken.isPresent()
                        ? changes.since(caller, syncToken.get(), after, size)
                        : walk(caller, after.map(text -> PageCursor.parse(text, WALK_PARTS)), size);
        if (page.next().isEmpty()) {
            note(caller);
        }
        return page;
    }

    /** Whoever has read to the end has what is open now. */
    private void note(CallingPartner caller) {
        for (Actor.Partner grant : caller.grants()) {
            JobReach reach = grant.reach(Permission.PULL_POSTINGS);
            if (!(reach instanceof JobReach.Nowhere)) {
                Actor.Service actor = grant.atWork();
                transactions.in(
                        actor,
                        () ->
                                pulls.note(
                                        actor.employer(),
                                        caller.partner(),
                                        new FeedPull(
                                                PullKind.LIST,
                                                clock.instant(),
                                                Optional.empty(),
                                                jobs.countOpen(actor, reach),
                                                0)));
            }
        }
    }

    private SyncPage<Posting> walk(
            CallingPartner caller, Optional<PageCursor> after, PageSize size) {
        // Noted before the rows are read: what happens in between is told twice rather than never.
        UUID point =
                after.map(cursor -> cursor.part(2, UUID::fromString))
                        .orElseGet(() -> changes.begin(caller));
        Page<Posting> page = page(caller, after, size);
        return new SyncPage<>(
                page.items(),
                List.of(),
                page.next()
                        .map(key -> PageCursor.of(key.key().get(0), key.key().get(1), point))
                        .map(PageCursor::encoded),
                page.next().isPresent()
                        ? Optional.empty()
                        : Optional.of(PostingChanges.token(point)));
    }

    private Page<Posting> page(CallingPartner caller, Optional<PageCursor> after, PageSize size) {
        Optional<String> reached = after.map(cursor -> cursor.part(0, UUID::fromString).toString());
        List<Posting> found = new ArrayList<>();
        for (Actor.Partner grant : caller.grants()) {
            String employer = grant.employer().value().toString();
            if (found.size() > size.value()
                    || grant.reach(Permission.PULL_POSTINGS) instanceof JobReach.Nowhere
                    // As PostgreSQL orders them, in which the grants come.
                    || reached.filter(last -> employer.compareTo(last) < 0).isPresent()) {
                continue;
            }
            Optional<JobId> last =
                    after.filter(_ -> reached.equals(Optional.of(employer)))
                            .map(cursor -> new JobId(cursor.part(1, UUID::fromString)));
            found.addAll(
                    published.openAfter(
                            grant.atWork(),
                            grant.reach(Permission.PULL_POSTINGS),
                            last,
                            size.plusOne() - found.size()));
        }
        return Page.of(
                found,
                size,
                posting -> PageCursor.of(posting.employer().id().value(), posting.job().id()));
    }

    /**
     * A posting, open or paused.
     *
     * @throws NotFound when the partner was not granted it, or it was never open
     * @throws Refusal 410 when it is closed, or its last day has passed
     */
    public Posting get(Actor.Partner partner, JobId id) {
        return transactions.in(
                partner,
                () -> {
                    Job job = find(partner, Permission.PULL_POSTINGS, id);
                    requireNotOver(job);
                    return published.of(partner.atWork(), List.of(job)).getFirst();
                });
    }

    /**
     * Refuses to go on unless the partner may hand applications in to the job now.
     *
     * @throws NotFound when the partner was not granted it, or it was never open
     * @throws Refusal 410 when it is closed, or its last day has passed
     * @throws TryLater when it is paused: it may well open again
     */
    void requireTaking(Actor.Partner partner, JobId id) {
        Job job = transactions.in(partner, () -> find(partner, Permission.SEND_APPLICATIONS, id));
        requireNotOver(job);
        if (job.status() == JobStatus.PAUSED) {
            throw new TryLater(
                    HttpStatus.CONFLICT,
                    "posting-paused",
                    "This job takes no applications for the time being. Keep it, and try later.",
                    PAUSE);
        }
    }

    /** Whether {@link #requireTaking} would let an application to it pass. */
    boolean isTaking(Actor.Partner partner, JobId id) {
        try {
            requireTaking(partner, id);
            return true;
        } catch (NotFound | Refusal | TryLater refused) {
            return false;
        }
    }

    private Job find(Actor.Partner partner, Permission permission, JobId id) {
        if (!partner.requireSomewhere(permission).covers(id.value())) {
            throw new NotFound("job");
        }
        Job job = jobs.get(partner.atWork(), id);
        if (job.status() == JobStatus.DRAFT) {
            throw new NotFound("job");
        }
        return job;
    }

    private void requireNotOver(Job job) {
        var last = job.content().validThrough();
        if (job.status() == JobStatus.CLOSED || (last != null && clock.instant().isAfter(last))) {
            throw new Refusal(HttpStatus.GONE, "posting-closed", "This job is closed.");
        }
    }
}
