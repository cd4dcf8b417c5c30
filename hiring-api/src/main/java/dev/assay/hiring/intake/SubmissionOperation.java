package dev.assay.hiring.intake;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.operations.NewOperation;
import dev.assay.hiring.platform.operations.OperationKind;
import dev.assay.hiring.platform.operations.OperationRun;
import dev.assay.hiring.platform.operations.Progress;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An application that was accepted first and is verified, filed and scored afterwards. */
@Component
class SubmissionOperation implements OperationKind {

    private static final String NAME = "application-submission";
    private static final String JOB = "job";

    private final Intake intake;
    private final SubmissionReader reader;

    SubmissionOperation(Intake intake, SubmissionReader reader) {
        this.intake = intake;
        this.reader = reader;
    }

    static NewOperation of(JobId job, Submission submission) {
        return new NewOperation(NAME, Map.of(JOB, job.toString()), submission.received());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(OperationRun run) {
        String job =
                Objects.requireNonNull(run.parameters().get(JOB), "an operation without a job");
        VerifiedSubmission verified =
                intake.verify(
                        run.actor(), new JobId(UUID.fromString(job)), reader.read(run.input()));
        return () ->
                Progress.allDone(
                        "/v1/applications/"
                                + intake.submit(run.actor(), verified).application().id());
    }
}
