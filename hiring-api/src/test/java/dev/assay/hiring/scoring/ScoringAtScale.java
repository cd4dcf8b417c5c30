package dev.assay.hiring.scoring;

import dev.assay.credential.model.Recipient;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.credentials.Brought;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.credentials.SubmittedDocument;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.local.KillableDatabase;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.OperationState;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.scoring.ManyApplications.Employer;
import dev.assay.hiring.scoring.engine.BasisPoints;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.skills.OfficialFiles;
import dev.assay.hiring.skills.Skills;
import dev.assay.hiring.skills.Vocabularies;
import dev.assay.hiring.testkit.Badges;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How scoring does with hundreds of thousands of applications, in one run on a PostgreSQL of its
 * own: {@code ./assay bench --scoring [applications]}. The node under measurement is this very
 * process, so its heap is that of the JVM. Prints the rows of docs/benchmarks.md.
 */
public final class ScoringAtScale {

    private static final int USUAL = 200_000;
    private static final int LARGER = 10;
    private static final int SINGLES = 300;
    private static final int WARM_UP_TURNS = 4;
    private static final int TURNS = 4;
    private static final int TURNS_ALONE = 2;
    private static final int COMMITS = 500;
    private static final int ROUNDS = 2;
    private static final int PAGES = 500;
    private static final int WARM_UP = 300;
    private static final int SEARCHES = 400;
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration CLOSE_LOOK = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /**
     * So that neither side of a comparison is interrupted by a checkpoint of the other's making.
     */
    private static final List<String> SERVER =
            List.of("shared_buffers=512MB", "max_wal_size=8GB", "checkpoint_timeout=30min");

    private final KillableDatabase database;
    private final ConfigurableApplicationContext node;
    private final ManyApplications many;

    private ScoringAtScale(KillableDatabase database, ConfigurableApplicationContext node)
            throws SQLException {
        this.database = database;
        this.node = node;
        this.many = new ManyApplications(database.owner());
    }

    /** Runs everything; the argument is how many applications there are. */
    public static void main(String[] arguments) throws Exception {
        int applications = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL;
        Path folder = Files.createTempDirectory("assay-scale");
        try (KillableDatabase database = KillableDatabase.start(folder, SERVER);
                ConfigurableApplicationContext node = node(folder, database)) {
            new ScoringAtScale(database, node).measure(applications);
        } finally {
            delete(folder);
        }
    }

    private void measure(int applications) throws Exception {
        Employer small = many.employer("scale-small");
        many.file(small, applications / LARGER);
        List<Double> fewer = rescoring(small, applications / LARGER);
        Employer large = many.employer("scale-large");
        say("filing %,d applications", applications);
        many.file(large, applications);
        List<Double> all = rescoring(large, applications);
        row(
                "cost from %,d to %,d applications".formatted(applications / LARGER, applications),
                "%.1f times".formatted(median(all) / median(fewer)),
                "11 times");
        heap();
        ranking(large, applications);
        single(large);
        search();
    }

    // --- the whole of an employer ----------------------------------------------------------------

    /** Seconds of each round. */
    private List<Double> rescoring(Employer employer, int applications) throws SQLException {
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> withEvents = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            checkpoint();
            Cpu before = cpu();
            ours.add(activate(employer, 5_000 + 500 * round));
            Cpu spent = cpu().minus(before);
            long begun = System.nanoTime();
            drained();
            say(
                    "%,d re-scored in %.1f s, with CPU of %.1f s in the node and %.1f s in PostgreSQL; the last event had"
                            + " its number %.1f s after",
                    applications, ours.getLast(), spent.node(), spent.server(), seconds(begun));
            checkpoint();
            Plain written = writePlainly(employer, round);
            plain.add(written.scores().wall());
            withEvents.add(written.scores().wall() + written.events().wall());
            say(
                    "the same rows written by INSERT ... SELECT and UPDATE: %.1f s, CPU %.1f s; their events %.1f s, CPU %.1f s",
                    written.scores().wall(),
                    written.scores().cpu(),
                    written.events().wall(),
                    written.events().cpu());
        }
        row(
                "re-score %,d applications".formatted(applications),
                "%.1f s, %.2f times the %.1f s of writing the same rows; %.2f times with their events"
                        .formatted(
                                median(ours),
                                median(ours) / median(plain),
                                median(plain),
                                median(ours) / median(withEvents)),
                "2 times, aim 1.5");
        return ours;
    }

    private double activate(Employer employer, int unsupervised) throws SQLException {
        Policies policies = node.getBean(Policies.class);
        Actor actor = admin(employer);
        ScoringPolicy standard = ScoringPolicy.standard();
        PolicyVersion policy =
                policies.draft(
                        actor,
                        new PolicyDraft(
                                "Stricter",
                                "Measured",
                                new ScoringPolicy(
                                        standard.ref(),
                                        standard.tiers(),
                                        standard.alignments(),
                                        standard.levels(),
                                        new ScoringPolicy.Assessments(
                                                new BasisPoints(10_000),
                                                new BasisPoints(9_000),
                                                new BasisPoints(unsupervised)),
                                        standard.mustHaveAlignment(),
                                        standard.secondVoice(),
                                        Map.of()),
                                Map.of()));
        execute("update scoring_policy set state = 'preview' where id = '" + policy.id() + "'");
        Operation operation = policies.activate(actor, policy.id());
        Operations operations = node.getBean(Operations.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!operation.state().isFinal()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("the operation does not end: " + operation);
            }
            LockSupport.parkNanos(LOOK.toNanos());
            operation = operations.get(actor, operation.id());
        }
        if (operation.state() != OperationState.SUCCEEDED) {
            throw new IllegalStateException("the operation failed: " + operation);
        }
        requireAllUnder(employer, policy.number());
        return Duration.between(
                                operation.startedAt().orElseThrow(),
                                operation.finishedAt().orElseThrow())
                        .toMillis()
                / 1_000.0;
    }

    private void requireAllUnder(Employer employer, int policy) throws SQLException {
        long others =
                number(
                        "select count(*) from application_score where employer_id = '%s' and policy_number <> %d"
                                .formatted(employer.id(), policy));
        if (others != 0) {
            throw new IllegalStateException(others + " applications were left out");
        }
    }

    private void drained() throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            drained(connection, LOOK);
        }
    }

    private static void drained(Connection connection, Duration look) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(connection, "select count(*) from ledger_note") > 0) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("the events get no numbers");
            }
            LockSupport.parkNanos(look.toNanos());
        }
    }

    /**
     * The least that any program must do: rows of the same bytes, into the same tables with their
     * indexes, keys and policies, as the same role, from a table that has them ready.
     */
    private Plain writePlainly(Employer employer, int round) throws SQLException {
        execute("drop table if exists ready, ready_events");
        execute(
                """
                create table ready as
                select h.*, uuidv7() as next_id, s.lane, s.must_haves, s.gate, s.policy_number,
                    s.rank_key + %d as next_rank_key
                from application_score s
                join score_history h on h.employer_id = s.employer_id and h.id = s.history_id
                where s.employer_id = '%s'
                order by s.application_id
                """
                        .formatted(round % 2 == 0 ? 5_000 : -5_000, employer.id()));
        execute(
                """
                create table ready_events as
                select e.*, uuidv7() as next_id from outbox_event e
                join score_history h on h.employer_id = e.employer_id and h.application_id = e.subject_id
                join application_score s on s.employer_id = h.employer_id and s.history_id = h.id
                where e.employer_id = '%s' and e.type = 'score.changed' and e.data -> 'after' ->> 'inputsDigest' = h.inputs_digest
                order by e.id
                """
                        .formatted(employer.id()));
        execute("grant select on ready, ready_events to assay_worker");
        execute("analyze ready, ready_events");
        checkpoint();
        Took scores =
                timed(
                        employer,
                        """
                        insert into score_history (employer_id, id, application_id, computed_at, cause, score,
                            potential, schema_version, basis_id, explanation, inputs_digest, inputs_of)
                        select employer_id, next_id, application_id, computed_at, cause, score, potential,
                            schema_version, basis_id, explanation, inputs_digest, inputs_of
                        from ready
                        """,
                        """
                        update application_score s
                        set history_id = r.next_id, lane = r.lane, must_haves = r.must_haves, gate = r.gate,
                            score = r.score, potential = r.potential, rank_key = r.next_rank_key,
                            policy_number = r.policy_number
                        from ready r
                        where s.employer_id = r.employer_id and s.application_id = r.application_id
                        """);
        Took events =
                timed(
                        employer,
                        """
                        insert into outbox_event (employer_id, id, occurred_at, type, subject_kind, subject_id, data, trace_id)
                        select employer_id, next_id, occurred_at, type, subject_kind, subject_id, data, trace_id
                        from ready_events
                        """);
        // Nobody noted these, and the next round is not to be spent on them.
        execute("delete from outbox_event where sequence is null");
        execute("vacuum analyze score_history, application_score, outbox_event");
        return new Plain(scores, events);
    }

    private Took timed(Employer employer, String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(),
                                "assay_worker",
                                KillableDatabase.PASSWORDS.worker());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Cpu before = cpu();
            long begun = System.nanoTime();
            statement.execute("set local assay.employer_id = '" + employer.id() + "'");
            for (String one : statements) {
                statement.executeUpdate(one);
            }
            connection.commit();
            return new Took(seconds(begun), cpu().minus(before).server());
        }
    }

    private static void heap() {
        long peak =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum();
        long limit = Runtime.getRuntime().maxMemory() >> 20;
        row(
                "heap of the node meanwhile",
                "-Xmx%dm sufficed; its pools' peaks come to %d MiB".formatted(limit, peak >> 20),
                "512 MiB");
    }

    // --- pages -----------------------------------------------------------------------------------

    private void ranking(Employer employer, int applications) throws SQLException {
        double first = page(employer, Optional.empty());
        double deep = page(employer, Optional.of(cursor(employer, applications * 9 / 10)));
        row(
                "ranking page of a job with %,d applications, 50 of them".formatted(applications),
                "p99 %.1f ms".formatted(first),
                "20 ms");
        row("a page after nine tenths of them", "p99 %.1f ms".formatted(deep), "1.5 times that");
    }

    private double page(Employer employer, Optional<PageCursor> after) {
        Scores scores = node.getBean(Scores.class);
        Actor actor = admin(employer);
        return percentile(
                99,
                PAGES,
                () -> {
                    int size =
                            scores.ranking(
                                            actor,
                                            new JobId(employer.job()),
                                            RankingLane.RANKED,
                                            after,
                                            PageSize.DEFAULT)
                                    .items()
                                    .size();
                    if (size != PageSize.DEFAULT.value()) {
                        throw new IllegalStateException("a page of " + size);
                    }
                });
    }

    private PageCursor cursor(Employer employer, int after) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select gate, rank_key, tie_break from application_score
                                where employer_id = '%s' and lane = 'ranked'
                                order by gate, rank_key, tie_break offset %d limit 1
                                """
                                        .formatted(employer.id(), after - 1))) {
            row.next();
            return PageCursor.of(row.getInt(1), row.getInt(2), row.getString(3), after);
        }
    }

    // --- one application -------------------------------------------------------------------------

    /**
     * Applications as people hand them in, of which one credential after the other is withdrawn.
     */
    private void single(Employer employer) throws SQLException {
        List<Real> real = new ArrayList<>();
        List<Badges> schools = List.of(new Badges(), new Badges(), new Badges());
        register(employer, schools);
        for (int i = 0; i < SINGLES; i++) {
            real.add(handIn(employer, schools, i));
        }
        execute("vacuum analyze credential, credential_verification, person_key");
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            rescore(employer, real, turn % 2 == 0, Pace.WITHOUT_PAUSE);
        }
        becomeIdle();
        double commits = at(99, commits());
        Cpu before = cpu();
        double[] took = rescore(employer, real, TURNS, Pace.WITHOUT_PAUSE);
        Cpu spent = cpu().minus(before);
        say(
                "each with CPU of %.2f ms in the node and %.2f ms in PostgreSQL, with what changes the credential",
                spent.node() * 1e3 / took.length, spent.server() * 1e3 / took.length);
        say(
                "one after the other without a pause, beside the numbering of their events: p50 %.1f ms, p99 %.1f ms",
                at(50, took), at(99, took));
        becomeIdle();
        double[] alone = rescore(employer, real, TURNS_ALONE, Pace.ALONE);
        row(
                "one application re-scored after one credential changed",
                "p50 %.1f ms, p99 %.1f ms; storing and committing one small row: p99 %.1f ms"
                        .formatted(at(50, alone), at(99, alone), commits),
                "15 ms");
    }

    /** When the next one is re-scored. */
    private enum Pace {
        /** At once. The node numbers the events of those before meanwhile, every quarter second. */
        WITHOUT_PAUSE,
        /** When all that the one before left to do is done. */
        ALONE
    }

    private double[] rescore(Employer employer, List<Real> real, int turns, Pace pace)
            throws SQLException {
        List<Double> times = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            times.addAll(rescore(employer, real, turn % 2 == 0, pace));
        }
        return times.stream().mapToDouble(time -> time).toArray();
    }

    /** Milliseconds of each. */
    private List<Double> rescore(Employer employer, List<Real> real, boolean withdrawn, Pace pace)
            throws SQLException {
        Scores scores = node.getBean(Scores.class);
        var actor = new Actor.Service(new EmployerId(employer.id()), "scale");
        List<Double> times = new ArrayList<>();
        // One connection for all: the server is not to be busy with the end of another.
        try (Connection connection = database.owner().getConnection();
                PreparedStatement change =
                        connection.prepareStatement(
                                "update credential set withdrawn_at = %s where id = ?"
                                        .formatted(withdrawn ? "now()" : "null"))) {
            for (Real one : real) {
                if (pace == Pace.ALONE) {
                    drained(connection, CLOSE_LOOK);
                }
                change.setObject(1, one.credential());
                change.execute();
                long begun = System.nanoTime();
                Score score =
                        scores.compute(actor, one.application(), ScoreCause.CREDENTIAL_RECHECKED);
                times.add((System.nanoTime() - begun) / 1e6);
                if (score.score() == null) {
                    throw new IllegalStateException("nothing was measured");
                }
            }
        }
        return times;
    }

    /** Until nothing is left that the work before gave the server to do. */
    private void becomeIdle() throws SQLException {
        drained();
        checkpoint();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(
                        "select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'")
                > 0) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("vacuuming does not end");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        checkpoint();
    }

    /** What the disk alone takes: milliseconds of transactions that store one small row each. */
    private double[] commits() throws SQLException {
        double[] times = new double[COMMITS];
        execute("create table if not exists committed (id int primary key)");
        try (Connection connection = database.owner().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into committed values (?)")) {
            for (int i = 0; i < times.length; i++) {
                insert.setInt(1, i);
                long begun = System.nanoTime();
                insert.execute();
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return times;
    }

    private void register(Employer employer, List<Badges> schools) throws SQLException {
        for (Badges school : schools) {
            UUID id = NewIds.next();
            execute(
                    """
                    insert into issuer (employer_id, id, name, tier, achievements, version, created_at, updated_at)
                    values ('%1$s', '%2$s', 'School', 'trusted', '{*}', 1, now(), now());
                    insert into issuer_identifier (employer_id, identifier, issuer_id)
                    values ('%1$s', '%3$s', '%2$s');
                    """
                            .formatted(employer.id(), id, school.issuerId()));
        }
    }

    private Real handIn(Employer employer, List<Badges> schools, int number) throws SQLException {
        String email = "single-%d@example.org".formatted(number);
        UUID candidate = NewIds.next();
        UUID application = NewIds.next();
        var actor = new Actor.Service(new EmployerId(employer.id()), "scale");
        execute(
                """
                insert into candidate (employer_id, id, given_name, family_name, email, email_key, email_status,
                    email_asserted_by, created_at)
                values ('%1$s', '%2$s', 'Kim', 'Example', '%4$s', '%4$s', 'asserted', 'service:scale', now());
                insert into application (employer_id, id, job_id, candidate_id, phase, submitted_at, submitted_by,
                    source_channel, version)
                values ('%1$s', '%3$s', '%5$s', '%2$s', 'new', now(), 'service:scale', 'api', 1);
                """
                        .formatted(employer.id(), candidate, application, email, employer.job()));
        List<String> skills = many.skillUris();
        List<SubmittedCredential> documents = new ArrayList<>();
        for (int i = 0; i < schools.size(); i++) {
            var award = schools.get(i).award(email);
            for (int skill = 0; skill < 3; skill++) {
                award =
                        award.withSkill(
                                skills.get((number + i * 2 + skill) % skills.size()),
                                "A skill",
                                OptionalInt.of(1 + (number + skill) % 5));
            }
            documents.add(
                    new SubmittedDocument(
                            schools.get(i).issue(award).toString().getBytes(StandardCharsets.UTF_8),
                            "application/json"));
        }
        Credentials credentials = node.getBean(Credentials.class);
        var verified = credentials.verify(actor, documents, Recipient.confirmed(email));
        return node.getBean(TenantTransaction.class)
                .in(
                        actor,
                        () -> {
                            node.getBean(PersonalVault.class)
                                    .admit(actor, List.of(new PersonId(candidate)));
                            var filed =
                                    credentials.file(
                                            actor,
                                            List.of(
                                                    new Brought(
                                                            new ApplicationId(application),
                                                            new CandidateId(candidate),
                                                            verified)));
                            node.getBean(Scores.class)
                                    .compute(
                                            actor,
                                            new ApplicationId(application),
                                            ScoreCause.SUBMITTED);
                            return new Real(
                                    new ApplicationId(application),
                                    filed.values().iterator().next().getFirst().id().value());
                        });
    }

    // --- skills ----------------------------------------------------------------------------------

    private void search() throws IOException, SQLException {
        OfficialFiles files = new OfficialFiles();
        Path folder = Path.of(System.getProperty("assay.root", "."), "..", "shared", "skills");
        if (!Files.isDirectory(folder)) {
            say("no official files in %s: the search was not measured", folder.normalize());
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.read(Files.readAllBytes(file));
            }
        }
        files.vocabularies("measured").forEach(node.getBean(Vocabularies.class)::take);
        execute("vacuum analyze skill");
        List<String> labels = labels();
        long known = number("select count(*) from skill");
        String within = " among %,d skills".formatted(known);
        search("skills by the beginning of a label" + within, labels, ScoringAtScale::beginning);
        search("by a label", labels, label -> label);
        search("by a word of it", labels, ScoringAtScale::lastWord);
        search("by a label with two letters exchanged", labels, ScoringAtScale::exchanged);
        search("by a label with a letter missing", labels, ScoringAtScale::shortened);
    }

    private void search(String what, List<String> labels, UnaryOperator<String> query) {
        Skills skills = node.getBean(Skills.class);
        var actor = new Actor.Service(new EmployerId(NewIds.next()), "scale");
        double[] times = new double[labels.size()];
        int empty = 0;
        for (int turn = 0; turn < 2; turn++) {
            empty = 0;
            for (int i = 0; i < labels.size(); i++) {
                long begun = System.nanoTime();
                boolean found =
                        !skills.search(
                                        actor,
                                        query.apply(labels.get(i)),
                                        Optional.empty(),
                                        new PageSize(20))
                                .items()
                                .isEmpty();
                times[i] = (System.nanoTime() - begun) / 1e6;
                empty += found ? 0 : 1;
            }
        }
        row(
                what,
                "p50 %.1f ms, p95 %.1f ms, %d of %d found nothing"
                        .formatted(at(50, times), at(95, times), empty, labels.size()),
                "p95 20 ms");
    }

    private List<String> labels() throws SQLException {
        List<String> labels = new ArrayList<>();
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select label from skill where length(label) > 6 and framework <> 'Test vocabulary'"
                                        + " order by md5(uri) limit "
                                        + SEARCHES)) {
            while (row.next()) {
                labels.add(row.getString(1));
            }
        }
        return labels;
    }

    private static String beginning(String label) {
        return label.substring(0, Math.min(label.length(), 5));
    }

    private static String lastWord(String label) {
        return label.substring(label.lastIndexOf(' ') + 1);
    }

    private static String exchanged(String label) {
        int at = label.length() / 2;
        return label.substring(0, at)
                + label.charAt(at + 1)
                + label.charAt(at)
                + label.substring(at + 2);
    }

    private static String shortened(String label) {
        int at = label.length() / 2;
        return label.substring(0, at) + label.substring(at + 1);
    }

    // --- tools -----------------------------------------------------------------------------------

    private static Actor admin(Employer employer) {
        return new Actor.Person(
                new EmployerId(employer.id()),
                new UUID(1, 1),
                Set.of(EmployerRole.HR_ADMIN, EmployerRole.RECRUITER));
    }

    private void checkpoint() throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            return number(connection, query);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double percentile(int percent, int times, Runnable work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            work.run();
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        return at(percent, took);
    }

    private static double at(int percent, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * percent / 100];
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.err.printf(Locale.ROOT, format + "%n", values);
    }

    private static void row(String work, String measured, String wanted) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s |%n", work, measured, wanted);
    }

    /** A node on this database, which signs nobody in. */
    public static ConfigurableApplicationContext node(Path folder, KillableDatabase database)
            throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("server.address", "127.0.0.1");
        settings.put("logging.level.root", "warn");
        settings.put("assay.database.url", database.jdbcUrl());
        settings.put("assay.database.web.password", KillableDatabase.PASSWORDS.web());
        settings.put("assay.database.worker.password", KillableDatabase.PASSWORDS.worker());
        settings.put("assay.identity.issuer", "http://localhost:9/nobody-is-asked");
        settings.put("assay.identity.admin.client-secret", "none-that-is-believed");
        settings.put("assay.public-address", "https://assay.example");
        settings.put("assay.mail.from", "no-reply@assay.example");
        settings.put("assay.mail.folder", folder.resolve("mail"));
        settings.put("assay.fetch.network", false);
        settings.put("assay.fetch.pinned-documents", Files.createDirectory(folder.resolve("web")));
        settings.put(
                "assay.secrets.master-key-file",
                Files.writeString(
                        folder.resolve("master.key"), Base64.getEncoder().encodeToString(key)));
        return new SpringApplicationBuilder(HiringApplication.class)
                .properties("spring.config.import=classpath:hiring-api.yml")
                .run(
                        settings.entrySet().stream()
                                .map(one -> "--" + one.getKey() + "=" + one.getValue())
                                .toArray(String[]::new));
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** CPU time so far, of this process and of the server with all it has started. */
    private Cpu cpu() {
        double node =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                                .getProcessCpuTime()
                        / 1e9;
        return new Cpu(node, database.cpuSeconds());
    }

    private record Cpu(double node, double server) {

        Cpu minus(Cpu before) {
            return new Cpu(node - before.node, server - before.server);
        }
    }

    private record Took(double wall, double cpu) {}

    private record Plain(Took scores, Took events) {}

    private record Real(ApplicationId application, UUID credential) {}
}
