package dev.assay.hiring.platform.local;

import static dev.assay.hiring.testkit.HiringDesk.requirement;

import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a node imports applications, on a PostgreSQL of its own: {@code ./assay bench --import
 * [lines]}. Each line brings a badge that is genuine and the applicant's; the file is made before
 * the clock starts, uploaded over HTTP and dealt with by a node that is a process of its own. Then
 * the rows that came of it are written once more by one INSERT … SELECT a table. Prints the rows of
 * docs/benchmarks.md.
 */
public final class ImportAtScale {

    private static final int USUAL_LINES = 20_000;
    private static final int WARM_UP = 3_000;
    private static final int CLIENTS = 8;
    private static final double PLAIN_SECONDS = 5;
    private static final String SKILL = "https://skills.example/drill";
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final List<String> SERVER =
            List.of("shared_buffers=512MB", "max_wal_size=8GB", "checkpoint_timeout=30min");
    private static final Pattern HEAP = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    /** Where an import leaves rows that stay. */
    private static final List<String> TABLES =
            List.of(
                    "candidate",
                    "person_key",
                    "application",
                    "application_received",
                    "credential",
                    "credential_verification",
                    "score_history",
                    "application_score",
                    "audit_entry",
                    "outbox_event",
                    "import_line",
                    "imported_line",
                    "email_confirmation",
                    "mail");

    private final KillableDatabase database;
    private final Path folder;
    private final ImportFile file;

    private ImportAtScale(KillableDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
        this.file = new ImportFile(SKILL);
    }

    /**
     * Runs everything.
     *
     * @param arguments how many lines; and {@code unconfirmed} when nobody vouches for the
     *     addresses, so that each gets a mail
     */
    public static void main(String[] arguments) throws Exception {
        int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_LINES;
        boolean vouched = arguments.length < 2;
        Path folder = Files.createTempDirectory("assay-import");
        try (KillableDatabase database = KillableDatabase.start(folder, SERVER)) {
            new ImportAtScale(database, folder).measure(lines, vouched);
        } finally {
            ServingAtLoad.delete(folder);
        }
    }

    private void measure(int lines, boolean vouched) throws Exception {
        double changing = new PlainLoad(database.owner()).changing(CLIENTS, PLAIN_SECONDS);
        KillDrillIT.admitHarbor(database);
        Path log = folder.resolve("gc.log");
        try (NodeProcess node =
                NodeProcess.start(
                        KillDrillIT.settings(database, folder),
                        folder.resolve("node.log"),
                        List.of("-Xmx512m", "-XX:+UseSerialGC", "-Xlog:gc:file=" + log))) {
            new Registry(ApiClient.at(node.address())).register(file.issuerId(), "trusted");
            HiringDesk desk = new HiringDesk(KillDrillIT.rita(node));
            Took warm = imported(node, desk, WARM_UP, true);
            say("to warm up: %.0f lines a second", WARM_UP / warm.seconds());
            database.cpuSeconds();
            Took took = imported(node, desk, lines, vouched);
            row(
                    "import %,d lines of one badge each%s"
                            .formatted(lines, vouched ? "" : ", a mail to each"),
                    "%.0f lines a second (%.1f %% of the %.0f transactions of `pgbench -N`); by line %.2f ms of CPU of the node, %.2f of PostgreSQL"
                            .formatted(
                                    lines / took.seconds(),
                                    100 * lines / took.seconds() / changing,
                                    changing,
                                    1_000 * took.node() / lines,
                                    1_000 * took.server() / lines),
                    "300 lines a second");
            row(
                    "heap of the node meanwhile",
                    "at most %d MiB before a collection, %d after"
                            .formatted(heap(log, 1), heap(log, 2)),
                    "512 MiB");
            say(
                    "%.1f transactions a line; what else it led to was done after another %.1f s",
                    took.transactions() / lines, took.settled());
        }
        double all = lines + WARM_UP;
        Took plain = writtenAgain();
        row(
                "the same rows by one `INSERT … SELECT` a table",
                "%.0f lines a second, %.2f ms of CPU a line"
                        .formatted(all / plain.seconds(), 1_000 * plain.server() / all),
                "");
    }

    private Took imported(NodeProcess node, HiringDesk desk, int lines, boolean vouched)
            throws Exception {
        Path body = folder.resolve("lines.ndjson");
        file.write(body, lines, vouched);
        String job = desk.openJob(requirement(SKILL, 1));
        double nodeBefore = node.cpuSeconds();
        double serverBefore = database.cpuSeconds();
        double transactionsBefore = transactions();
        long begun = System.nanoTime();
        String operation = upload(node, job, body);
        await(
                "select count(*) from operation where id = '%s' and finished_at is not null"
                        .formatted(operation));
        double seconds = (System.nanoTime() - begun) / 1e9;
        double nodeAfter = node.cpuSeconds();
        double serverAfter = database.cpuSeconds();
        double transactionsAfter = transactions();
        requireMade(job, lines);
        await(
                "select (select count(*) from rescore_due) + (select count(*) from ledger_note)"
                        + " + (select count(*) from mail where state = 'queued') = 0",
                "t");
        return new Took(
                seconds,
                nodeAfter - nodeBefore,
                serverAfter - serverBefore,
                transactionsAfter - transactionsBefore,
                (System.nanoTime() - begun) / 1e9 - seconds);
    }

    private static String upload(NodeProcess node, String job, Path body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            ImportFile.upload(node, job)
                                    .POST(HttpRequest.BodyPublishers.ofFile(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            }
            String location = answer.headers().firstValue("Location").orElseThrow();
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    private void requireMade(String job, int lines) throws SQLException {
        long made =
                KillDrillIT.count(
                        database,
                        "select count(*) from application a join application_score s on s.employer_id = a.employer_id"
                                + " and s.application_id = a.id where s.score is not null and a.job_id = '%s'"
                                        .formatted(job));
        if (made != lines) {
            throw new IllegalStateException(
                    "%d applications with a score of %d lines".formatted(made, lines));
        }
    }

    /** One statement a table, into tables with the same columns, checks and indexes. */
    private Took writtenAgain() throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema again");
            for (String table : TABLES) {
                statement.execute(
                        "create table again.%1$s (like %1$s including all)".formatted(table));
            }
            double cpu = database.cpuSeconds();
            long begun = System.nanoTime();
            for (String table : TABLES) {
                statement.execute("insert into again.%1$s select * from %1$s".formatted(table));
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Took(seconds, 0, database.cpuSeconds() - cpu, 0, 0);
        }
    }

    private double transactions() throws SQLException {
        return KillDrillIT.count(
                database,
                "select xact_commit from pg_stat_database where datname = current_database()");
    }

    private void await(String query) throws SQLException {
        await(query, "1");
    }

    private void await(String query, String wanted) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answer(query).equals(wanted)) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("it did not come about: " + query);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private String answer(String query) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The most MiB the collector's log tells of, before (1) or after (2) a collection. */
    private static int heap(Path log, int side) throws IOException {
        Matcher said = HEAP.matcher(Files.readString(log));
        int most = 0;
        while (said.find()) {
            most = Math.max(most, Integer.parseInt(said.group(side)));
        }
        return most;
    }

    private static void say(String format, Object... values) {
        System.err.printf(Locale.ROOT, format + "%n", values);
    }

    private static void row(String work, String measured, String wanted) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", work, measured, wanted);
    }

    /** Seconds and processor time; how many transactions, and how long until all was quiet. */
    private record Took(
            double seconds, double node, double server, double transactions, double settled) {}
}
