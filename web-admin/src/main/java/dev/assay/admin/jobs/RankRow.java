package dev.assay.admin.jobs;

import dev.assay.admin.scoring.RequirementLine;
import dev.assay.admin.scoring.ScoreBar;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One application in a job's ranking.
 *
 * @param reason why it stands where it stands, in one sentence
 * @param needs the explanation; null while the row is closed
 */
record RankRow(
        int rank,
        String applicationId,
        String candidate,
        String score,
        @Nullable String potential,
        ScoreBar bar,
        @Nullable Badge mustHaves,
        List<Badge> evidence,
        Moment applied,
        String reason,
        @Nullable List<RequirementLine> needs) {

    RankRow {
        evidence = List.copyOf(evidence);
        needs = needs == null ? null : List.copyOf(needs);
    }

    public boolean opened() {
        return needs != null;
    }
}
