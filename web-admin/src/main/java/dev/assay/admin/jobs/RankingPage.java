package dev.assay.admin.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a job's ranking.
 *
 * @param pending how many items shown here wait for a check of ours
 * @param rescoring how many of the job's applications wait to be scored anew
 * @param next where the ranking goes on; null on its last page
 * @param lane those without evidence; only on the first page
 * @param moreInLane where the lane goes on; null if it is shown whole
 * @param mayInvite whether this viewer may invite those in the lane
 */
record RankingPage(
        JobHead job,
        int pending,
        int rescoring,
        List<RankBand> bands,
        @Nullable String next,
        List<InviteRow> lane,
        @Nullable String moreInLane,
        boolean mayInvite) {

    RankingPage {
        bands = List.copyOf(bands);
        lane = List.copyOf(lane);
    }
}
