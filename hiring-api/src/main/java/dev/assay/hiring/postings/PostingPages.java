package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.ScreeningQuestions;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Postings for anybody who has their address. */
@Component
public class PostingPages {

    private static final int AT_ONCE = 200;

    private final PostingIndex index;
    private final PublishedPostings published;
    private final ScreeningQuestions questions;
    private final Clock clock;

    PostingPages(
            PostingIndex index,
            PublishedPostings published,
            ScreeningQuestions questions,
            Clock clock) {
        this.index = index;
        this.published = published;
        this.questions = questions;
        this.clock = clock;
    }

    /** What is at this address; an address of another employer's posting is none. */
    public PostingPage find(String employer, String slug) {
        Optional<UUID> job = PostingAddresses.job(slug);
        Optional<EmployerId> whose = job.flatMap(index::employerOf);
        if (job.isEmpty() || whose.isEmpty()) {
            return new PostingPage.None();
        }
        Actor.Service actor = actor(whose.get());
        return published.withIds(actor, List.of(job.get())).stream()
                .filter(posting -> posting.employer().alias().equals(employer))
                .findFirst()
                .<PostingPage>map(posting -> page(actor, posting))
                .orElseGet(PostingPage.None::new);
    }

    /** Who acts for whoever reads or applies: Assay itself. */
    static Actor.Service actor(EmployerId employer) {
        return new Actor.Service(employer, "posting-page");
    }

    /** Every posting of the employer that can be applied for; none of one that is not known. */
    public void each(String employer, Consumer<Posting> reader) {
        Optional<EmployerId> id = index.employer(employer);
        if (id.isEmpty()) {
            return;
        }
        Optional<JobId> last = Optional.empty();
        List<Posting> some;
        do {
            some = published.openAfter(actor(id.get()), new JobReach.Everywhere(), last, AT_ONCE);
            some.forEach(reader);
            last = some.isEmpty() ? last : Optional.of(some.getLast().job().id());
        } while (some.size() == AT_ONCE);
    }

    private PostingPage page(Actor.Service actor, Posting posting) {
        Job job = posting.job();
        var last = job.content().validThrough();
        return switch (job.status()) {
            case DRAFT -> new PostingPage.None();
            case CLOSED -> over(posting);
            case OPEN, PAUSED ->
                    last != null && clock.instant().isAfter(last)
                            ? over(posting)
                            : new PostingPage.Shown(posting, questions.asked(actor, job.id()));
        };
    }

    private static PostingPage over(Posting posting) {
        return new PostingPage.Over(posting.employer().name(), posting.job().content().title());
    }
}
