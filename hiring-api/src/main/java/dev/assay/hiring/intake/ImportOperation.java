package dev.assay.hiring.intake;

import dev.assay.credential.report.Outcome;
import dev.assay.hiring.intake.ImportRepository.Head;
import dev.assay.hiring.intake.ImportRepository.Staged;
import dev.assay.hiring.intake.ImportRepository.Stretch;
import dev.assay.hiring.intake.Intake.Asked;
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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/**
 * Deals with the lines of an import, some at a step: they are verified first, those of the next
 * step while these are filed, and filed together with the record of where to go on, so that a crash
 * neither loses a line nor files it twice. A line that cannot be filed is told, and keeps no other
 * from it.
 */
@Component
class ImportOperation implements OperationKind {

    private static final String NAME = "application-import";
    private static final int LINES_AT_ONCE = 100;

    /** Two steps are in memory at a time, and what is read from a line is larger than the line. */
    private static final long BYTES_AT_ONCE = 4 * 1024 * 1024;

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
        return new Settling(run, id, chunk, prepared(run, chunk));
    }

    private Chunk chunk(Actor actor, ImportId id, long after) {
        Head head = repository.head(actor.employer(), id).orElseThrow(() -> new NotFound("import"));
        Stretch stretch =
                repository.staged(actor.employer(), id, after, LINES_AT_ONCE, BYTES_AT_ONCE);
        List<Staged> opened =
                stretch.lines().stream()
                        .map(line -> new Staged(line.line(), vault.open(actor, line.sealed())))
                        .toList();
        return new Chunk(head, intake.asked(actor, head.job()), opened, stretch.last());
    }

    private List<Prepared> prepared(OperationRun run, Chunk chunk) {
        if (chunk.lines().isEmpty()) {
            return List.of();
        }
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(processors)) {
            return threads
                    .invokeAll(
                            chunk.lines().stream()
                                    .<Callable<Prepared>>map(
                                            line -> () -> prepared(run, chunk, line))
                                    .toList())
                    .stream()
                    .map(ImportOperation::result)
                    .toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while lines were verified", stopped);
        }
    }

    private static Prepared result(Future<Prepared> prepared) {
        try {
            return prepared.resultNow();
        } catch (IllegalStateException failed) {
            throw prepared.exceptionNow() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a line could not be verified", failed);
        }
    }

    /** Reads a line and verifies what it brings; here, nothing is stored. */
    private Prepared prepared(OperationRun run, Chunk chunk, Staged line) {
        if (run.unwanted().getAsBoolean()) {
            throw new CancellationException("no longer wanted");
        }
        try {
            return new Verified(
                    line.line(),
                    intake.verify(run.actor(), chunk.asked(), reader.read(line.sealed())));
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

    private record Chunk(Head head, Asked asked, List<Staged> lines, boolean last) {}

    /** Files the lines of a step: those that are alike together, and each as if it were alone. */
    private final class Settling implements Step {

        private final OperationRun run;
        private final ImportId id;
        private final Chunk chunk;
        private final List<Prepared> prepared;
        private final SortedMap<Long, ImportLine> outcomes = new TreeMap<>();
        private final Map<LineDigest, ApplicationId> made = new HashMap<>();
        private final Map<LineDigest, Verified> together = new LinkedHashMap<>();

        Settling(OperationRun run, ImportId id, Chunk chunk, List<Prepared> prepared) {
            this.run = run;
            this.id = id;
            this.chunk = chunk;
            this.prepared = prepared;
        }

        @Override
        public Optional<Progress> foreseen() {
            return Optional.of(progress(List.of()));
        }

        @Override
        public Progress carryOut() {
            if (prepared.isEmpty()) {
                return progress(List.of());
            }
            Map<Verified, LineDigest> digests = digests();
            made.putAll(
                    repository.madeBy(
                            actor().employer(), chunk.head().job(), Set.copyOf(digests.values())));
            for (Prepared line : prepared) {
                switch (line) {
                    case Invalid(ImportLine outcome) -> outcomes.put(outcome.line(), outcome);
                    case Verified verified ->
                            settle(verified, Objects.requireNonNull(digests.get(verified)));
                }
            }
            fileTogether();
            List<ImportLine> all = List.copyOf(outcomes.values());
            repository.settle(actor().employer(), id, all);
            return progress(all.stream().flatMap(line -> errors(line).stream()).toList());
        }

        private Map<Verified, LineDigest> digests() {
            Map<Verified, LineDigest> digests = new IdentityHashMap<>();
            for (Prepared line : prepared) {
                if (line instanceof Verified verified) {
                    byte[] received = verified.submission().submission().received();
                    digests.put(verified, new LineDigest(vault.digest(actor(), received)));
                }
            }
            return digests;
        }

        private void settle(Verified line, LineDigest digest) {
            if (together.containsKey(digest)) {
                // What comes of its twin is to be known first.
                fileTogether();
            }
            ApplicationId before = made.get(digest);
            if (before != null) {
                outcomes.put(line.line(), line.made(LineOutcome.EXISTING, Optional.of(before)));
            } else if (chunk.head().dryRun() || line.bringsMore()) {
                fileTogether();
                file(Map.of(digest, line));
            } else {
                together.put(digest, line);
            }
        }

        private void fileTogether() {
            if (!together.isEmpty()) {
                file(together);
                together.clear();
            }
        }

        private void file(Map<LineDigest, Verified> lines) {
            try {
                Map<LineDigest, ApplicationId> filed =
                        transactions.apart(() -> filed(List.copyOf(lines.entrySet())));
                made.putAll(filed);
                filed.forEach((digest, application) -> {
                    Verified line = Objects.requireNonNull(lines.get(digest));
                    outcomes.put(
                            line.line(), line.made(LineOutcome.CREATED, Optional.of(application)));
                });
            } catch (OnlyTried _) {
                lines.values()
                        .forEach(line ->
                                outcomes.put(
                                        line.line(),
                                        line.made(LineOutcome.VALID, Optional.empty())));
            } catch (Conflict conflict) {
                lines.values().forEach(line -> outcomes.put(line.line(), line.refused(conflict)));
            }
        }

        private Map<LineDigest, ApplicationId> filed(List<Map.Entry<LineDigest, Verified>> lines) {
            List<Filing> filings =
                    intake.take(
                            actor(),
                            chunk.head().job(),
                            lines.stream().map(line -> line.getValue().submission()).toList());
            Map<LineDigest, ApplicationId> filed = new LinkedHashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                Verified line = lines.get(i).getValue();
                switch (filings.get(i)) {
                    case Filing.Filed one ->
                            filed.put(lines.get(i).getKey(), one.application().id());
                    case Filing.Refused(Conflict why) ->
                            outcomes.put(line.line(), line.refused(why));
                }
            }
            if (chunk.head().dryRun() && !filed.isEmpty()) {
                throw new OnlyTried();
            }
            repository.insertMade(actor().employer(), chunk.head().job(), filed);
            return filed;
        }

        private Progress progress(List<OperationError> errors) {
            // Lines that were too long were never staged; the last step counts them.
            long done = chunk.last() ? chunk.head().lines() - run.done() : prepared.size();
            return new Progress(
                    done,
                    Optional.of(chunk.head().lines()),
                    prepared.isEmpty()
                            ? run.checkpoint().orElse("0")
                            : Long.toString(prepared.getLast().line()),
                    errors,
                    chunk.last() ? Optional.of(result(id)) : Optional.empty());
        }

        private Actor actor() {
            return run.actor();
        }
    }

    private sealed interface Prepared {
        long line();
    }

    private record Invalid(ImportLine outcome) implements Prepared {

        @Override
        public long line() {
            return outcome.line();
        }
    }

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

        /** Whether it brings what may be refused when it is filed, and the line with it. */
        boolean bringsMore() {
            return !submission.submission().attachments().isEmpty()
                    || !submission.submission().consents().isEmpty();
        }

        ImportLine refused(Conflict why) {
            return ImportLine.refused(
                    line,
                    LineOutcome.REFUSED,
                    credentials(),
                    checkedOut(),
                    why.code(),
                    List.of(faultOf(why)));
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
