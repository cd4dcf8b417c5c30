package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.ScreeningQuestion;
import java.util.List;

/** What there is at the address of a posting's page. */
public sealed interface PostingPage {

    /**
     * A posting to read.
     *
     * @param questions that whoever applies is asked
     */
    record Shown(Posting posting, List<ScreeningQuestion> questions) implements PostingPage {

        public Shown {
            questions = List.copyOf(questions);
        }

        /** Whether it can be applied for now; a paused one cannot for the time being. */
        public boolean isTaking() {
            return posting.job().status() == JobStatus.OPEN;
        }
    }

    /** One that was there, and is closed or past its last day. */
    record Over(String employer, String title) implements PostingPage {}

    /** None, or none yet. */
    record None() implements PostingPage {}
}
