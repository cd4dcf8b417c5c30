package dev.assay.hiring.partners;

import dev.assay.hiring.platform.local.KillableDatabase;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.scoring.ScoringAtScale;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.Skills;
import dev.assay.hiring.skills.Skills.NewSkill;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How files of very many postings are written, on a PostgreSQL of its own: {@code ./assay bench
 * --feeds [postings]}. What is held meanwhile is counted by a full collection every few megabytes,
 * so that garbage counts for nothing. Prints the rows of docs/benchmarks.md.
 */
public final class FeedsAtScale {

    private static final int USUAL = 50_000;
    private static final int SKILLS = 5;
    private static final long LOOK_EVERY = 8L << 20;
    private static final double MEBIBYTE = 1 << 20;

    private FeedsAtScale() {}

    /** Runs everything; the argument is how many postings there are. */
    public static void main(String[] arguments) throws Exception {
        int postings = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL;
        Path folder = Files.createTempDirectory("assay-feeds");
        try (KillableDatabase database =
                        KillableDatabase.start(folder, List.of("shared_buffers=256MB"));
                ConfigurableApplicationContext node = ScoringAtScale.node(folder, database)) {
            measure(database, node, postings);
        } finally {
            ScoringAtScale.delete(folder);
        }
    }

    private static void measure(
            KillableDatabase database, ConfigurableApplicationContext node, int postings)
            throws SQLException {
        UUID employer = NewIds.next();
        UUID partner = NewIds.next();
        List<NewSkill> skills =
                IntStream.range(0, SKILLS)
                        .mapToObj(i ->
                                new NewSkill(
                                        URI.create("https://skills.example/" + i),
                                        "Skill " + i,
                                        "Bench"))
                        .toList();
        node.getBean(Skills.class).add(skills);
        fill(database, employer, partner, postings);
        PartnerFeeds feeds = node.getBean(PartnerFeeds.class);
        var caller =
                new CallingPartner(
                        partner,
                        List.of(
                                new Actor.Partner(
                                        new EmployerId(employer),
                                        partner,
                                        Set.of(Permission.PULL_POSTINGS),
                                        new JobReach.Everywhere())));
        for (FeedKind kind : FeedKind.values()) {
            long before = live();
            long begun = System.nanoTime();
            PreparedFeed feed = feeds.prepare(caller, kind);
            double prepared = seconds(begun);
            begun = System.nanoTime();
            var timed = new Counted(false);
            feeds.write(feed, timed);
            double written = seconds(begun);
            var watched = new Counted(true);
            feeds.write(feed, watched);
            System.out.printf(
                    Locale.ROOT,
                    "| %s, %,d postings | %.0f MiB; counted in %.1f s, written in %.1f s; %.1f MiB held at most | 64 MiB held |%n",
                    kind,
                    feed.items(),
                    timed.bytes / MEBIBYTE,
                    prepared,
                    written,
                    (watched.most - before) / MEBIBYTE);
        }
    }

    private static void fill(KillableDatabase database, UUID employer, UUID partner, int postings)
            throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into employer (id, alias, name, organization_id, created_at)
                    values ('%1$s', 'feeds', 'Feeds', gen_random_uuid(), now());
                    insert into employer_profile (employer_id, linkedin_company, version, changed_by, changed_at)
                    values ('%1$s', '4711', 2, 'bench', now());
                    insert into partner (id, employer_id, client_id, subject, name, disabled, version, created_at, updated_at)
                    values ('%2$s', '%1$s', 'bench', gen_random_uuid(), 'Bench', false, 1, now(), now());
                    insert into job (employer_id, id, title, description, language, locations, workplace_type,
                        employment_type, openings, entry_level, status, version, created_at, updated_at)
                    select '%1$s', gen_random_uuid(), 'Analyst ' || n, repeat('Reads figures and says what they mean. ', 75),
                        'en', '[{"city":"Harbor City","region":"WA","country":"US"}]', 'onsite', 'FULL_TIME', 1, false,
                        'open', 1, now(), now()
                    from generate_series(1, %3$d) as n;
                    insert into job_requirement (employer_id, job_id, position, skill_id, importance, must_have)
                    select job.employer_id, job.id, (row_number() over (partition by job.id)) - 1, skill.id, 3, false
                    from job, skill where skill.framework = 'Bench';
                    insert into posting (job_id, employer_id, opened_at) select id, employer_id, now() from job;
                    analyze
                    """
                            .formatted(employer, partner, postings));
        }
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Swallows a file, and looks now and then at what is held. */
    private static final class Counted extends OutputStream {

        private final boolean watching;
        private long bytes;
        private long most;

        Counted(boolean watching) {
            this.watching = watching;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) {
            if (watching && (bytes + length) / LOOK_EVERY > bytes / LOOK_EVERY) {
                most = Math.max(most, live());
            }
            bytes += length;
        }
    }
}
