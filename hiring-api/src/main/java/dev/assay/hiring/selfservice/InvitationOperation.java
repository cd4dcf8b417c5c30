package dev.assay.hiring.selfservice;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.operations.NewOperation;
import dev.assay.hiring.platform.operations.OperationError;
import dev.assay.hiring.platform.operations.OperationKind;
import dev.assay.hiring.platform.operations.OperationRun;
import dev.assay.hiring.platform.operations.Progress;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.RankedApplication;
import dev.assay.hiring.scoring.RankingLane;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Invites a job's applicants without evidence, some at a step, each step with its place in the
 * list: a crash invites nobody twice. Who cannot be invited now is told, and keeps nobody else.
 */
@Component
class InvitationOperation implements OperationKind {

    private static final String NAME = "invitation-to-show";
    private static final String JOB = "job";
    private static final PageSize AT_ONCE = new PageSize(50);
    private static final int CURSOR_PARTS = 4;

    private final Inviting inviting;
    private final Scores scores;
    private final TenantTransaction transactions;

    InvitationOperation(Inviting inviting, Scores scores, TenantTransaction transactions) {
        this.inviting = inviting;
        this.scores = scores;
        this.transactions = transactions;
    }

    static NewOperation of(JobId job) {
        return new NewOperation(NAME, Map.of(JOB, job.toString()), new byte[0]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(OperationRun run) {
        var job =
                new JobId(
                        UUID.fromString(
                                Objects.requireNonNull(
                                        run.parameters().get(JOB), "an operation without a job")));
        Page<RankedApplication> page =
                scores.ranking(
                        run.actor(),
                        job,
                        RankingLane.NO_EVIDENCE,
                        run.checkpoint().map(cursor -> PageCursor.parse(cursor, CURSOR_PARTS)),
                        AT_ONCE);
        return () -> carriedOut(run, job, page);
    }

    private Progress carriedOut(OperationRun run, JobId job, Page<RankedApplication> page) {
        List<OperationError> errors = new ArrayList<>();
        long item = run.done();
        for (RankedApplication one : page.items()) {
            item++;
            try {
                transactions.apart(() -> inviting.invite(run.actor(), one.application()));
            } catch (Conflict conflict) {
                errors.add(error(item, conflict.code(), conflict));
            } catch (NotFound erased) {
                errors.add(error(item, "not-found", erased));
            }
        }
        return new Progress(
                page.items().size(),
                page.next().isEmpty() ? Optional.of(item) : Optional.empty(),
                page.next().map(PageCursor::encoded).orElse("end"),
                errors,
                page.next().isEmpty()
                        ? Optional.of("/v1/jobs/" + job + "/ranking?lane=no-evidence")
                        : Optional.empty());
    }

    private static OperationError error(long item, String code, RuntimeException refusal) {
        return new OperationError(item, code, "", String.valueOf(refusal.getMessage()));
    }
}
