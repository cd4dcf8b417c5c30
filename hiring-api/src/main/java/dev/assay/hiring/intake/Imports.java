package dev.assay.hiring.intake;

import dev.assay.hiring.intake.ImportRepository.Staged;
import dev.assay.hiring.intake.NdjsonLines.Line;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.OperationId;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes applications in by the thousand: newline-delimited JSON, an application a line, each as it
 * would be handed in alone. What comes in is kept sealed, line by line, and dealt with afterwards;
 * the same line twice makes one application, within an import and from one to the next.
 */
@Component
@EnableConfigurationProperties(ImportProperties.class)
public class Imports {

    /** As large as an application that is handed in alone. */
    static final int LONGEST_LINE = 10 * 1024 * 1024;

    private static final int LINES_AT_ONCE = 500;
    private static final int BYTES_AT_ONCE = 4 * 1024 * 1024;
    private static final String WHOLE = "";

    private final ImportRepository repository;
    private final Jobs jobs;
    private final Operations operations;
    private final TenantTransaction transactions;
    private final EmployerVault vault;
    private final ImportProperties properties;
    private final Clock clock;

    Imports(
            ImportRepository repository,
            Jobs jobs,
            Operations operations,
            TenantTransaction transactions,
            EmployerVault vault,
            ImportProperties properties,
            Clock clock) {
        this.repository = repository;
        this.jobs = jobs;
        this.operations = operations;
        this.transactions = transactions;
        this.vault = vault;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Takes the lines in as they come, and keeps them; nothing is done with them before {@link
     * #accept}. Not to be called inside a transaction: it takes as long as the sender does. What
     * breaks off halfway leaves nothing that counts.
     *
     * @param dryRun whether the outcome of each line is to be told and nothing filed
     * @throws NotFound when this employer has no such job
     * @throws Conflict when the job takes no applications
     * @throws InvalidInput when there is no line
     * @throws Refusal when it has more lines or bytes than an import may
     */
    public ImportId receive(Actor actor, JobId job, boolean dryRun, InputStream body)
            throws IOException {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        TenantTransaction.requireNone();
        var id = new ImportId(NewIds.next());
        transactions.in(
                actor,
                () -> {
                    jobs.requireOpen(actor, job);
                    repository.insert(
                            actor.employer(), id, job, dryRun, actor.reference(), clock.instant());
                });
        boolean whole = false;
        try {
            long lines = stage(actor, id, new NdjsonLines(body, LONGEST_LINE));
            if (lines == 0) {
                throw new InvalidInput(WHOLE, "has no line with an application");
            }
            transactions.in(actor, () -> repository.complete(actor.employer(), id, lines));
            whole = true;
            return id;
        } finally {
            if (!whole) {
                transactions.in(actor, () -> repository.delete(actor.employer(), id));
            }
        }
    }

    /**
     * Accepts what was received: once this commits, every line will be dealt with, through crashes
     * and outages.
     */
    public Operation accept(Actor actor, ImportId id) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    find(actor, id);
                    return operations.accept(
                            actor, new OperationId(id.value()), ImportOperation.accepted());
                });
    }

    /**
     * @throws NotFound when this employer has no such import, or no longer
     */
    public void requireThere(Actor actor, ImportId id) {
        actor.require(Permission.READ_APPLICATIONS);
        transactions.in(actor, () -> find(actor, id));
    }

    /** Tells of every line, in their order, as far as they were dealt with. */
    public void lines(Actor actor, ImportId id, Consumer<ImportLine> to) {
        actor.require(Permission.READ_APPLICATIONS);
        List<ImportLine> some = after(actor, id, 0);
        while (!some.isEmpty()) {
            some.forEach(to);
            some = after(actor, id, some.getLast().line());
        }
    }

    private List<ImportLine> after(Actor actor, ImportId id, long line) {
        return transactions.in(
                actor, () -> repository.lines(actor.employer(), id, line, LINES_AT_ONCE));
    }

    private ImportRepository.Head find(Actor actor, ImportId id) {
        return repository.head(actor.employer(), id).orElseThrow(() -> new NotFound("import"));
    }

    /** Returns how many lines there were. */
    private long stage(Actor actor, ImportId id, NdjsonLines body) throws IOException {
        long count = 0;
        long bytes = 0;
        List<Line> some = new ArrayList<>();
        for (var line = body.next(); line.isPresent(); line = body.next()) {
            requireBounded(++count, body.bytes());
            some.add(line.get());
            bytes += line.get().isTooLong() ? 0 : Objects.requireNonNull(line.get().bytes()).length;
            if (some.size() == LINES_AT_ONCE || bytes >= BYTES_AT_ONCE) {
                stage(actor, id, some);
                some.clear();
                bytes = 0;
            }
        }
        if (!some.isEmpty()) {
            stage(actor, id, some);
        }
        return count;
    }

    private void requireBounded(long lines, long bytes) {
        if (lines > properties.mostLines() || bytes > properties.mostBytes().toBytes()) {
            throw new Refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "import-too-large",
                    "An import has at most %d lines and %d bytes; send the rest as another."
                            .formatted(properties.mostLines(), properties.mostBytes().toBytes()));
        }
    }

    private void stage(Actor actor, ImportId id, List<Line> lines) {
        transactions.in(
                actor,
                () -> {
                    List<Staged> sealed = new ArrayList<>();
                    for (Line line : lines) {
                        byte[] bytes = line.bytes();
                        if (bytes == null) {
                            repository.insertSettled(actor.employer(), id, tooLong(line.number()));
                        } else {
                            sealed.add(new Staged(line.number(), vault.seal(actor, bytes)));
                        }
                    }
                    if (!sealed.isEmpty()) {
                        repository.stage(actor.employer(), id, sealed);
                    }
                });
    }

    private static ImportLine tooLong(long line) {
        return ImportLine.invalid(
                line,
                "body-too-large",
                List.of(new Fault(WHOLE, "is larger than " + LONGEST_LINE + " bytes")));
    }
}
