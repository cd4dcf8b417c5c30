package dev.assay.hiring.intake;

import dev.assay.credential.report.Outcome;
import dev.assay.hiring.intake.ImportRepository.Head;
import dev.assay.hiring.intake.ImportRepository.Staged;
import dev.assay.hiring.platform.operations.NewOperation;
import dev.assay.hiring.platform.operations.OperationError;
import dev.assay.hiring.platform.operations.OperationKind;
import dev.assay.hiring.platform.operations.OperationRun;
import dev.assay.hiring.platform.operations.Progress;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;

/**
 * Deals with the lines of an import, some at a step: they are verified first, and filed together
 * with the record of where to go on, so that a crash neither loses a line nor files it twice. A
 * line that cannot be filed is told, and keeps no other from it.
 */
@Component
class ImportOperation implements OperationKind {

    private static final String NAME = "application-import";
    private static final int LINES_AT_ONCE = 50;

    private final Intake intake;
    private final SubmissionReader reader;
    private final ImportRepository repository;
    private final TenantTransaction transactions;
    private final EmployerVault vault;

    ImportOperation(
            Intake intake,
            SubmissionReader reader,
            ImportRepository repository,
            TenantTransaction transactions,
            EmployerVault vault) {
        this.intake = intake;
        this.reader = reader;
        this.repository = repository;
        this.transactions = transactions;
        this.vault = vault;
    }

    static NewOperation accepted() {
        return new NewOperation(NAME, Map.of(), new byte[0]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(OperationRun run) {
        var id = new ImportId(run.id().value());
        long after = run.checkpoint().map(Long::parseLong).orElse(0L);
        Chunk chunk = transactions.in(run.actor(), () -> chunk(run.actor(), id, after));
        List<Prepared> prepared = new ArrayList<>();
        for (Staged line : chunk.lines()) {
            if (run.unwanted().getAsBoolean()) {
                throw new CancellationException("no longer wanted");
            }
            prepared.add(prepared(run.actor(), chunk.head(), line));
        }
        return () -> settled(run, id, chunk.head(), prepared);
    }

    private Chunk chunk(Actor actor, ImportId id, long after) {
        Head head = repository.head(actor.employer(), id).orElseThrow(() -> new NotFound("import"));
        List<Staged> opened =
                repository.staged(actor.employer(), id, after, LINES_AT_ONCE).stream()
                        .map(line -> new Staged(line.line(), vault.open(actor, line.sealed())))
                        .toList();
        return new Chunk(head, opened);
    }

    /** Reads a line and verifies what it brings; here, nothing is stored. */
    private Prepared prepared(Actor actor, Head head, Staged line) {
        try {
            return new Verified(
                    line.line(), intake.verify(actor, head.job(), reader.read(line.sealed())));
        } catch (InvalidInput invalid) {
            return new Invalid(ImportLine.invalid(line.line(), "invalid-input", invalid.faults()));
        } catch (BadRequest malformed) {
            return new Invalid(
                    ImportLine.invalid(
                            line.line(),
                            malformed.code(),
                            malformed.faults().isEmpty()
                                    ? List.of(faultOf(malformed))
                                    : malformed.faults()));
        }
    }

    private Progress settled(OperationRun run, ImportId id, Head head, List<Prepared> prepared) {
        Actor actor = run.actor();
        List<ImportLine> lines =
                prepared.stream()
                        .map(line ->
                                switch (line) {
                                    case Invalid(var outcome) -> outcome;
                                    case Verified verified -> settled(actor, head, verified);
                                })
                        .toList();
        boolean last = lines.size() < LINES_AT_ONCE;
        if (!lines.isEmpty()) {
            repository.settle(actor.employer(), id, lines);
        }
        // Lines that were too long were never staged; the last step counts them.
        long done = last ? head.lines() - run.done() : lines.size();
        return new Progress(
                done,
                Optional.of(head.lines()),
                lines.isEmpty()
                        ? run.checkpoint().orElse("0")
                        : Long.toString(lines.getLast().line()),
                lines.stream().flatMap(line -> errors(line).stream()).toList(),
                last ? Optional.of(result(id)) : Optional.empty());
    }

    /** Files what a line brings, apart from the others. */
    private ImportLine settled(Actor actor, Head head, Verified verified) {
        byte[] digest = vault.digest(actor, verified.submission().submission().received());
        Optional<ApplicationId> before = repository.madeBy(actor.employer(), head.job(), digest);
        if (before.isPresent()) {
            return verified.made(LineOutcome.EXISTING, before);
        }
        try {
            ApplicationId made =
                    transactions.apart(() -> {
                        ApplicationId application = intake.take(actor, verified.submission());
                        repository.insertMade(actor.employer(), head.job(), digest, application);
                        if (head.dryRun()) {
                            throw new OnlyTried();
                        }
                        return application;
                    });
            return verified.made(LineOutcome.CREATED, Optional.of(made));
        } catch (OnlyTried _) {
            return verified.made(LineOutcome.VALID, Optional.empty());
        } catch (Conflict conflict) {
            return ImportLine.refused(
                    verified.line(),
                    LineOutcome.REFUSED,
                    verified.credentials(),
                    verified.checkedOut(),
                    conflict.code(),
                    List.of(faultOf(conflict)));
        }
    }

    private static List<OperationError> errors(ImportLine line) {
        return line.faults().stream()
                .map(fault ->
                        new OperationError(
                                line.line(),
                                line.code().orElseThrow(),
                                fault.pointer(),
                                fault.detail()))
                .toList();
    }

    private static Fault faultOf(RuntimeException refusal) {
        return new Fault("", String.valueOf(refusal.getMessage()));
    }

    private static String result(ImportId id) {
        return "/v1/application-imports/" + id + "/lines";
    }

    private record Chunk(Head head, List<Staged> lines) {}

    private sealed interface Prepared {}

    private record Invalid(ImportLine outcome) implements Prepared {}

    private record Verified(long line, VerifiedSubmission submission) implements Prepared {

        int credentials() {
            return submission.credentials().size();
        }

        int checkedOut() {
            return (int)
                    submission.credentials().stream()
                            .filter(credential -> credential.report().outcome() == Outcome.VERIFIED)
                            .count();
        }

        ImportLine made(LineOutcome outcome, Optional<ApplicationId> application) {
            return new ImportLine(
                    line,
                    Optional.of(outcome),
                    application,
                    credentials(),
                    checkedOut(),
                    Optional.empty(),
                    List.of());
        }
    }

    /** Undoes what a dry run did. */
    private static final class OnlyTried extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OnlyTried() {
            super("a dry run", null, false, false);
        }
    }
}
