package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.Alignment;
import dev.assay.hiring.scoring.engine.AssessmentMode;
import dev.assay.hiring.scoring.engine.AuthorityTier;
import dev.assay.hiring.scoring.engine.Candidacy;
import dev.assay.hiring.scoring.engine.EvidenceItem;
import dev.assay.hiring.scoring.engine.EvidenceKind;
import dev.assay.hiring.scoring.engine.Importance;
import dev.assay.hiring.scoring.engine.IndependenceGroup;
import dev.assay.hiring.scoring.engine.ItemRef;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.Requirement;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.scoring.engine.SkillShown;
import dev.assay.hiring.scoring.engine.Standing;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * An employer with as many applications to one job as one likes: eight requirements, three items
 * each, scored under the standard policy. Written straight into the tables, in the form the node
 * writes; the same at every call but for the ids.
 */
public final class ManyApplications {

    static final int REQUIREMENTS = 8;

    private static final int ITEMS = 3;
    private static final int SKILLS_OF_AN_ITEM = 3;
    private static final int ISSUERS = 12;
    private static final int AT_ONCE = 1_000;
    private static final LocalDate SUBMITTED = LocalDate.parse("2026-11-20");

    private final DataSource owner;
    private final Map<SkillId, Skill> skills = new HashMap<>();
    private final List<Requirement> requirements = new ArrayList<>();

    /** Makes the skills known that the jobs ask for. */
    public ManyApplications(DataSource owner) throws SQLException {
        this.owner = owner;
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < REQUIREMENTS; i++) {
                UUID id = NewIds.next();
                Skill skill =
                        new Skill(
                                new SkillId(id),
                                URI.create("https://skills.example/scale/" + id),
                                "Skill number " + (i + 1) + " of the scale test",
                                "Test vocabulary");
                skills.put(skill.id(), skill);
                requirements.add(
                        new Requirement(
                                new SkillRef(id),
                                new Importance(1 + i % 5),
                                i < 2,
                                i % 2 == 0 ? new Level(1 + i / 2) : null));
                statement.execute(
                        "insert into skill (id, uri, label, framework) values ('%s', '%s', '%s', '%s')"
                                .formatted(id, skill.uri(), skill.label(), skill.framework()));
            }
        }
    }

    /** The URIs of what the jobs ask for. */
    List<String> skillUris() {
        return requirements.stream()
                .map(requirement -> new SkillId(requirement.skill().id()))
                .map(id -> Objects.requireNonNull(skills.get(id)).uri().toString())
                .toList();
    }

    /** An employer of this name, with an open job that asks for all of the skills. */
    Employer employer(String alias) throws SQLException {
        UUID id = NewIds.next();
        execute(
                """
                insert into employer (id, alias, name, organization_id, created_at)
                values ('%1$s', '%2$s', '%2$s', gen_random_uuid(), now())
                """
                        .formatted(id, alias));
        return jobOf(id);
    }

    /** An open job of this employer that asks for all of the skills. */
    public Employer jobOf(UUID employer) throws SQLException {
        UUID job = NewIds.next();
        execute(
                """
                insert into job (employer_id, id, title, description, language, locations, workplace_type,
                    employment_type, openings, entry_level, status, version, created_at, updated_at)
                values ('%1$s', '%2$s', 'Analyst', 'Reads figures.', 'en', '[]', 'onsite', 'FULL_TIME', 1, false,
                    'open', 1, now(), now())
                """
                        .formatted(employer, job));
        for (int i = 0; i < requirements.size(); i++) {
            Requirement one = requirements.get(i);
            Level level = one.level();
            execute(
                    "insert into job_requirement (employer_id, job_id, position, skill_id, importance, must_have, level)"
                            + " values ('%s', '%s', %d, '%s', %d, %s, %s)"
                                    .formatted(
                                            employer,
                                            job,
                                            i,
                                            one.skill().id(),
                                            one.importance().value(),
                                            one.mustHave(),
                                            level == null ? "null" : level.value()));
        }
        return new Employer(employer, job);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Files so many applications, each with its score. */
    public void file(Employer employer, int number) throws SQLException {
        SplittableRandom chance = new SplittableRandom(20261126);
        try (Connection connection = owner.getConnection()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (int done = 0; done < number; done += AT_ONCE) {
                Rows rows = new Rows(employer);
                for (int i = done; i < Math.min(number, done + AT_ONCE); i++) {
                    rows.add(i, input(chance));
                }
                rows.copy(copy);
            }
        }
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "vacuum analyze candidate, application, score_history, application_score");
        }
    }

    private ScoringInput input(SplittableRandom chance) {
        List<EvidenceItem> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(item(chance));
        }
        return new ScoringInput(requirements, items, SUBMITTED, ScoringPolicy.standard());
    }

    private EvidenceItem item(SplittableRandom chance) {
        int issuer = chance.nextInt(ISSUERS);
        Set<SkillShown> shown = new HashSet<>();
        int first = chance.nextInt(REQUIREMENTS);
        for (int i = 0; i < SKILLS_OF_AN_ITEM; i++) {
            shown.add(
                    new SkillShown(
                            requirements.get((first + i) % REQUIREMENTS).skill(),
                            chance.nextInt(4) == 0
                                    ? new Alignment.Narrower(1)
                                    : new Alignment.Exact(),
                            chance.nextInt(3) == 0 ? null : new Level(1 + chance.nextInt(5)),
                            chance.nextBoolean()));
        }
        return new EvidenceItem(
                new ItemRef(NewIds.next()),
                EvidenceKind.CREDENTIAL,
                new Standing.Counted(),
                switch (issuer % 3) {
                    case 0 -> AuthorityTier.RECOGNISED;
                    case 1 -> AuthorityTier.TRUSTED;
                    default -> AuthorityTier.KNOWN;
                },
                new IndependenceGroup("registry:%032x".formatted(0xA55A_1000L + issuer)),
                AssessmentMode.NOT_STATED,
                LocalDate.parse("2025-01-01").plusDays(chance.nextInt(600)),
                SKILLS_OF_AN_ITEM,
                shown);
    }

    /** An employer and its one job. */
    public record Employer(UUID id, UUID job) {}

    /** Some applications as the rows they are. */
    private final class Rows {

        private static final String NULL = "\\N";

        private final Employer employer;
        private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        private final StringBuilder candidates = new StringBuilder();
        private final StringBuilder applications = new StringBuilder();
        private final Map<UUID, String> bases = new HashMap<>();
        private final StringBuilder history = new StringBuilder();
        private final StringBuilder current = new StringBuilder();

        Rows(Employer employer) {
            this.employer = employer;
        }

        void add(int number, ScoringInput input) {
            UUID candidate = NewIds.next();
            UUID application = NewIds.next();
            UUID row = NewIds.next();
            String email = "scale-%d@example.org".formatted(number);
            add(
                    candidates,
                    employer.id(),
                    candidate,
                    "Kim",
                    "Example",
                    email,
                    email,
                    "asserted",
                    "service:scale",
                    now);
            add(
                    applications,
                    employer.id(),
                    application,
                    employer.job(),
                    candidate,
                    "new",
                    now,
                    "service:scale",
                    "api",
                    1);
            ScoreResult result = ScoringEngine.score(input);
            Score score = ScoreMapping.score(new ApplicationId(application), result, skills, now);
            ScoreBasis.Named basis = ScoreBasis.of(score).named();
            bases.put(basis.id(), basis.document());
            var place =
                    ScoreRepository.Place.of(result, new Candidacy(employer.job(), application));
            add(
                    history,
                    employer.id(),
                    row,
                    application,
                    now,
                    "submitted",
                    ScoreRepository.tenThousandths(result.score()),
                    ScoreRepository.tenThousandths(result.potential()),
                    Explanation.SCHEMA_VERSION,
                    basis.id(),
                    Explanation.write(result),
                    score.inputsDigest(),
                    KeptInputs.write(input));
            add(
                    current,
                    employer.id(),
                    application,
                    employer.job(),
                    row,
                    score.lane(),
                    score.mustHaves(),
                    place.gate(),
                    ScoreRepository.tenThousandths(result.score()),
                    ScoreRepository.tenThousandths(result.potential()),
                    place.rankKey(),
                    place.tieBreak(),
                    0);
        }

        void copy(CopyManager copy) throws SQLException {
            copy(
                    copy,
                    "candidate (employer_id, id, given_name, family_name, email, email_key, email_status,"
                            + " email_asserted_by, created_at)",
                    candidates);
            copy(
                    copy,
                    "application (employer_id, id, job_id, candidate_id, phase, submitted_at, submitted_by,"
                            + " source_channel, version)",
                    applications);
            try (Connection connection = owner.getConnection();
                    Statement statement = connection.createStatement()) {
                for (Map.Entry<UUID, String> basis : bases.entrySet()) {
                    statement.execute(
                            "insert into score_basis values ('%s', '%s', '%s') on conflict do nothing"
                                    .formatted(employer.id(), basis.getKey(), basis.getValue()));
                }
            }
            copy(
                    copy,
                    "score_history (employer_id, id, application_id, computed_at, cause, score, potential,"
                            + " schema_version, basis_id, explanation, inputs_digest, inputs_text)",
                    history);
            copy(
                    copy,
                    "application_score (employer_id, application_id, job_id, history_id, lane, must_haves, gate,"
                            + " score, potential, rank_key, tie_break, policy_number)",
                    current);
        }

        private static void copy(CopyManager copy, String table, StringBuilder rows)
                throws SQLException {
            try {
                copy.copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void add(StringBuilder rows, @Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                rows.append(i == 0 ? "" : "\t")
                        .append(
                                values[i] == null
                                        ? NULL
                                        : values[i]
                                                .toString()
                                                .replace("\\", "\\\\")
                                                .replace("\n", "\\n"));
            }
            rows.append('\n');
        }
    }
}
