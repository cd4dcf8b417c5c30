package dev.assay.hiring.platform.local;

import static dev.assay.hiring.testkit.HiringDesk.requirement;

import dev.assay.hiring.platform.local.OpenLoad.Outcome;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.TestKeycloak;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How a node serves, in one run on a PostgreSQL of its own with a real Keycloak: {@code ./assay
 * bench --serving [seconds]}. The node is a process of its own, the callers are this one, and all
 * share the machine. Prints the rows of docs/benchmarks.md.
 */
public final class ServingAtLoad {

    private static final int USUAL_SECONDS = 20;
    private static final int CLIENTS = 8;
    private static final int CALLERS = 16;
    private static final double COMFORTABLE = 0.7;
    private static final double EASY = 0.5;
    private static final int OVERLOAD = 3;
    private static final int PEOPLE = 50;
    private static final int MOST_RECOVERY = 60;
    private static final int PREPARED_A_SECOND = 250;
    private static final int HANDED_IN_A_SECOND = 1_000;
    private static final int MOST_ROUNDS_TO_WARM_UP = 10;
    private static final double NO_FASTER = 1.03;
    private static final int QUOTA_A_MINUTE = 1_200;
    private static final int MANY_QUOTAS = 10;
    private static final int NEIGHBOUR_A_SECOND = 15;
    private static final String SKILL = "https://skills.example/drill";
    private static final List<String> SERVER =
            List.of("shared_buffers=512MB", "max_wal_size=8GB", "checkpoint_timeout=30min");
    private static final List<String> NODE = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private final KillableDatabase database;
    private final Path folder;
    private final double seconds;
    private final Badges school = new Badges();
    private int people;

    private ServingAtLoad(KillableDatabase database, Path folder, double seconds) {
        this.database = database;
        this.folder = folder;
        this.seconds = seconds;
    }

    /** Runs everything; the argument is how many seconds each part takes. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_SECONDS;
        Path folder = Files.createTempDirectory("assay-serving");
        try (KillableDatabase database = KillableDatabase.start(folder, SERVER)) {
            new ServingAtLoad(database, folder, seconds).measure();
        } finally {
            delete(folder);
        }
    }

    private void measure() throws Exception {
        PlainLoad plain = new PlainLoad(database.owner());
        plain.looking(CLIENTS, seconds / 4);
        double looking = plain.looking(CLIENTS, seconds / 2);
        double changing = plain.changing(CLIENTS, seconds / 2);
        say("the transactions of pgbench -S: %.0f a second, of -N: %.0f", looking, changing);
        KillDrillIT.admitHarbor(database);
        admitCedar();
        Map<String, Object> settings = KillDrillIT.settings(database, folder);
        try (NodeProcess node = NodeProcess.start(settings, folder.resolve("node.log"), NODE);
                WireClient wire = new WireClient(node.address())) {
            serve(node, wire, changing, looking);
        }
        settings.put("assay.limits.calls-per-minute", QUOTA_A_MINUTE);
        forgetCalls();
        try (NodeProcess node = NodeProcess.start(settings, folder.resolve("node.log"), NODE);
                WireClient wire = new WireClient(node.address())) {
            neighbours(node, wire);
        }
    }

    private void serve(NodeProcess node, WireClient wire, double changing, double looking)
            throws Exception {
        new Registry(ApiClient.at(node.address())).register(school.issuerId(), "trusted");
        HiringDesk desk = new HiringDesk(KillDrillIT.rita(node));
        String job = desk.openJob(requirement(SKILL, 1));
        List<String> paths = arrange(desk, job);
        OpenLoad load = new OpenLoad(wire);
        warmUp("reads", load, () -> reads(wire, Person.RITA, paths));
        warmUp("applications", load, () -> submissions(wire, job, seconds));

        Outcome most = load.closed(CALLERS, seconds, submissions(wire, job, seconds));
        sayWhatWasOdd(most);
        double rate = most.perSecond() * COMFORTABLE;
        Outcome normal = load.at(rate, seconds, submissions(wire, job, seconds));
        row(
                "accept an application with one `eddsa-rdfc-2022` badge",
                "%.0f a second with %d callers, %.1f %% of the %.0f of `pgbench -N`; at %.0f a second p50 %.0f ms, p99 %.0f ms%s"
                        .formatted(
                                most.perSecond(),
                                CALLERS,
                                100 * most.perSecond() / changing,
                                changing,
                                rate,
                                normal.millis(50),
                                normal.millis(99),
                                odd(normal)),
                "15 %, p99 250 ms");
        inbox(node, wire, job, changing);
        Outcome reading = load.closed(CALLERS, seconds, reads(wire, Person.RITA, paths));
        sayWhatWasOdd(reading);
        double reads = reading.perSecond() * COMFORTABLE;
        Outcome calm = load.at(reads, seconds, reads(wire, Person.RITA, paths));
        row(
                "read an application, its score or its job, with a real token",
                "%.0f a second with %d callers, %.1f %% of the %.0f of `pgbench -S`; at %.0f a second p50 %.0f ms, p99 %.0f ms%s"
                        .formatted(
                                reading.perSecond(),
                                CALLERS,
                                100 * reading.perSecond() / looking,
                                looking,
                                reads,
                                calm.millis(50),
                                calm.millis(99),
                                odd(calm)),
                "6 %, p99 100 ms");
        overload(wire, load, job, most.perSecond(), normal.millis(99));
    }

    /** What is accepted is verified and taken meanwhile, at the price of the same processors. */
    private void inbox(NodeProcess node, WireClient wire, String job, double changing)
            throws Exception {
        admitJobsphere(database);
        OpenLoad load = new OpenLoad(wire);
        warmUp("the inbox", load, () -> handedIn(wire, job, seconds));
        double before = node.cpuSeconds();
        Outcome most = load.closed(CALLERS, seconds, handedIn(wire, job, seconds));
        double spent = node.cpuSeconds() - before;
        sayWhatWasOdd(most);
        double rate = most.perSecond() * COMFORTABLE;
        Outcome normal = load.at(rate, seconds, handedIn(wire, job, seconds));
        row(
                "accept a partner's application into the inbox (`Prefer: respond-async`)",
                "%.0f a second with %d callers, %.1f %% of the %.0f of `pgbench -N`, %.1f ms of the node's processor each, with what was verified meanwhile; at %.0f a second p50 %.0f ms, p99 %.0f ms%s"
                        .formatted(
                                most.perSecond(),
                                CALLERS,
                                100 * most.perSecond() / changing,
                                changing,
                                1e3 * spent / most.accepted(),
                                rate,
                                normal.millis(50),
                                normal.millis(99),
                                odd(normal)),
                "15 %");
    }

    /**
     * A node is measured as it is after some time: its compiler takes half of two processors at
     * first. So the same is done until that makes it no faster.
     */
    private void warmUp(String what, OpenLoad load, Supplier<IntFunction<byte[]>> calls)
            throws InterruptedException {
        double before = 0;
        for (int round = 0; round < MOST_ROUNDS_TO_WARM_UP; round++) {
            Outcome outcome = load.closed(CALLERS, seconds, calls.get());
            sayWhatWasOdd(outcome);
            say("warming up, %s: %.0f a second", what, outcome.perSecond());
            if (outcome.perSecond() < before * NO_FASTER) {
                return;
            }
            before = outcome.perSecond();
        }
    }

    private IntFunction<byte[]> handedIn(WireClient wire, String job, double seconds) {
        List<byte[]> prepared = new ArrayList<>();
        for (int i = 0; i < seconds * HANDED_IN_A_SECOND; i++) {
            prepared.add(handedIn(wire, job));
        }
        return call -> call < prepared.size() ? prepared.get(call) : handedIn(wire, job);
    }

    private byte[] handedIn(WireClient wire, String job) {
        String email = "board-%d@example.org".formatted(people++);
        return wire.request(
                "POST",
                "/v1/partner/jobs/" + job + "/applications",
                Map.of(
                        "Authorization",
                        "Bearer " + TestKeycloak.get().partnerToken(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "Prefer",
                        "respond-async"),
                HiringDesk.application(email, school.badge(email, SKILL))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A job board that Harbor lets do everything. */
    static void admitJobsphere(KillableDatabase database) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into partner (id, client_id, subject, name, disabled, version, created_at, updated_at)
                    values ('%1$s', 'jobsphere', '%2$s', 'Jobsphere', false, 1, now(), now());
                    insert into partner_grant (employer_id, partner_id, permissions, version, created_at, updated_at)
                    values ('%3$s', '%1$s', '{list,apply,status}', 1, now(), now())
                    """
                            .formatted(
                                    UUID.randomUUID(),
                                    SampleRealm.PARTNER_SUBJECT,
                                    SampleMembers.HARBOR));
        }
    }

    private void overload(
            WireClient wire, OpenLoad load, String job, double capacity, double normal)
            throws InterruptedException {
        double perSecond = capacity * OVERLOAD;
        Outcome too = load.at(perSecond, seconds, submissions(wire, job, seconds * OVERLOAD));
        double since = too.seconds() - seconds;
        boolean recovered = false;
        while (!recovered && since < MOST_RECOVERY) {
            double rate = capacity * EASY;
            Outcome again = load.at(rate, 1, submissions(wire, job, 1));
            since += again.seconds();
            recovered =
                    again.accepted() == again.replies().length && again.millis(99) <= 2 * normal;
        }
        row(
                "three times as many applications as can be accepted",
                "%.0f a second: %.0f a second accepted, p99 %.0f ms, %.1f times the usual; %d refused with `Retry-After`, %d otherwise; %s"
                        .formatted(
                                perSecond,
                                too.perSecond(),
                                too.millis(99),
                                too.millis(99) / normal,
                                too.refused(),
                                too.failed(),
                                recovered
                                        ? "as usual %.0f s after".formatted(since)
                                        : "not as usual within %d s".formatted(MOST_RECOVERY)),
                "p99 2 times, the rest refused, 30 s");
    }

    /** Cedar within its quota, alone and beside Harbor at ten times its own. */
    private void neighbours(NodeProcess node, WireClient wire) throws Exception {
        HiringDesk harbor = new HiringDesk(KillDrillIT.rita(node));
        String job = harbor.openJob(requirement(SKILL, 1));
        String own =
                new HiringDesk(ApiClient.at(node.address()).as(Person.OMAR))
                        .openJob(requirement(SKILL, 1));
        List<String> loud = List.of("/v1/jobs/" + job);
        List<String> quiet = List.of("/v1/jobs/" + own);
        OpenLoad load = new OpenLoad(wire);
        double much = MANY_QUOTAS * QUOTA_A_MINUTE / 60.0;
        load.at(much, seconds, reads(wire, Person.RITA, loud));
        load.at(NEIGHBOUR_A_SECOND, seconds, reads(wire, Person.OMAR, quiet));

        Outcome alone = load.at(NEIGHBOUR_A_SECOND, 2 * seconds, reads(wire, Person.OMAR, quiet));
        List<Outcome> noise = new ArrayList<>();
        IntFunction<byte[]> loudReads = reads(wire, Person.RITA, loud);
        Thread neighbour =
                Thread.ofPlatform().start(() -> noise.add(unchecked(load, much, loudReads)));
        Outcome beside = load.at(NEIGHBOUR_A_SECOND, 2 * seconds, reads(wire, Person.OMAR, quiet));
        neighbour.join();
        row(
                "another employer's reads while one makes ten times the calls of its quota",
                "p99 %.1f ms, alone %.1f ms: %+.0f %%%s; of the one's %d calls %d served, %d refused with `Retry-After`, %d otherwise"
                        .formatted(
                                beside.millis(99),
                                alone.millis(99),
                                100 * (beside.millis(99) / alone.millis(99) - 1),
                                odd(beside),
                                noise.getFirst().replies().length,
                                noise.getFirst().accepted(),
                                noise.getFirst().refused(),
                                noise.getFirst().failed()),
                "20 %");
    }

    private Outcome unchecked(OpenLoad load, double perSecond, IntFunction<byte[]> calls) {
        try {
            return load.at(perSecond, 2 * seconds, calls);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    // --- calls -----------------------------------------------------------------------------------

    private List<String> arrange(HiringDesk desk, String job) {
        List<String> paths = new ArrayList<>();
        paths.add("/v1/jobs/" + job);
        for (int i = 0; i < PEOPLE; i++) {
            String email = "served-%d@example.org".formatted(i);
            String application = desk.apply(job, email, school.badge(email, SKILL));
            paths.add("/v1/applications/" + application);
            paths.add("/v1/applications/" + application + "/score");
        }
        return paths;
    }

    private static IntFunction<byte[]> reads(WireClient wire, Person who, List<String> paths) {
        Map<String, String> headers = headers(who);
        List<byte[]> calls =
                paths.stream()
                        .map(path -> wire.request("GET", path, headers, new byte[0]))
                        .toList();
        return call -> calls.get(call % calls.size());
    }

    /** Each by somebody new, made beforehand as far as can be foreseen. */
    private IntFunction<byte[]> submissions(WireClient wire, String job, double seconds) {
        List<byte[]> prepared = new ArrayList<>();
        for (int i = 0; i < seconds * PREPARED_A_SECOND; i++) {
            prepared.add(submission(wire, job));
        }
        return call -> call < prepared.size() ? prepared.get(call) : submission(wire, job);
    }

    private byte[] submission(WireClient wire, String job) {
        String email = "load-%d@example.org".formatted(people++);
        Map<String, String> headers = headers(Person.RITA);
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return wire.request(
                "POST",
                "/v1/jobs/" + job + "/applications",
                headers,
                HiringDesk.application(email, school.badge(email, SKILL))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(Person who) {
        return new HashMap<>(Map.of("Authorization", "Bearer " + TestKeycloak.get().tokenOf(who)));
    }

    /** Those of before were more than the quota from now on. */
    private void forgetCalls() throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from rate_bucket");
        }
    }

    private void admitCedar() throws SQLException {
        Organization cedar = Organization.CEDAR_HEALTH;
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into employer (id, alias, name, organization_id, created_at)
                    values ('%1$s', '%2$s', '%3$s', '%4$s', now());
                    insert into membership (employer_id, subject, role, created_at)
                    values ('%1$s', '%5$s', 'recruiter', now())
                    """
                            .formatted(
                                    SampleMembers.CEDAR,
                                    cedar.alias(),
                                    cedar.displayName(),
                                    cedar.id(),
                                    Person.OMAR.subject()));
        }
    }

    // --- tools -----------------------------------------------------------------------------------

    private static void sayWhatWasOdd(Outcome outcome) {
        if (outcome.accepted() < outcome.replies().length) {
            say("beside the schedule%s", odd(outcome));
        }
    }

    /** What did not go well, if anything. */
    private static String odd(Outcome outcome) {
        int others = outcome.replies().length - outcome.accepted();
        return others == 0
                ? ""
                : "; %d of %d refused, %d failed"
                        .formatted(outcome.refused(), outcome.replies().length, outcome.failed());
    }

    private static void say(String format, Object... values) {
        System.err.printf(Locale.ROOT, format + "%n", values);
    }

    private static void row(String work, String measured, String wanted) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", work, measured, wanted);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
