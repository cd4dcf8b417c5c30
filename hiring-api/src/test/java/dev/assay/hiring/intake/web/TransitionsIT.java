package dev.assay.hiring.intake.web;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Move;
import dev.assay.hiring.applications.TransitionReason;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WithApplication
class TransitionsIT {

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;
    private final String sql;
    private final String job;
    private final Badges school = new Badges();

    TransitionsIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.sql = HiringDesk.newSkill(node, "SQL");
        this.job = desk.openJob(requirement(sql, 1));
    }

    @Test
    void leadsFromTheFirstLookToTheHire() {
        String id = apply();

        for (String phase : List.of("in-review", "interview", "offer", "hired")) {
            JsonNode moved = move(id, "{\"to\":\"%s\"}".formatted(phase)).expect(200).json();
            assertThat(moved.path("phase").asString()).isEqualTo(phase);
        }

        JsonNode moves = rita.get(path(id)).expect(200).json().path("items");
        assertThat(moves).hasSize(4);
        assertThat(moves.path(0).path("from").asString()).isEqualTo("new");
        assertThat(moves.path(3).path("to").asString()).isEqualTo("hired");
        assertThat(moves.path(3).path("movedBy").asString())
                .isEqualTo("person:" + Person.RITA.subject());
    }

    @Test
    void listsItsMovesAPageAtATime() {
        String id = apply();
        move(id, "{\"to\":\"in-review\"}").expect(200);
        move(id, "{\"to\":\"interview\"}").expect(200);
        move(id, "{\"to\":\"in-review\"}").expect(200);

        JsonNode first = rita.get(path(id) + "?limit=2").expect(200).json();
        JsonNode second =
                rita.get(path(id) + "?limit=2&after=" + first.path("next").asString())
                        .expect(200)
                        .json();

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items").path(0).path("from").asString()).isEqualTo("interview");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "offer, 'in-review, interview, rejected, withdrawn'",
        "hired, 'in-review, '",
        "new, 'in-review, '"
    })
    void namesTheLegalMovesWhereOneIsNot(String to, String legal) {
        ApiAnswer answer =
                move(apply(), "{\"to\":\"%s\"}".formatted(to))
                        .expectProblem(409, "illegal-transition");

        assertThat(answer.text()).contains(legal);
    }

    @Test
    void holdsAHireAndAWithdrawalForFinal() {
        String id = apply();
        move(id, "{\"to\":\"withdrawn\",\"reason\":\"candidate-withdrew\"}").expect(200);

        move(id, "{\"to\":\"in-review\"}").expectProblem(409, "illegal-transition");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"to\":\"rejected\"} | /reason",
                "{\"to\":\"rejected\",\"reason\":\"candidate-withdrew\"} | /reason",
                "{\"to\":\"interview\",\"reason\":\"position-filled\"} | /reason",
                "{\"to\":\"interview\",\"overrideReason\":\"hurry\"} | /overrideReason",
                "{\"reason\":\"position-filled\"} | /to"
            })
    void asksForTheReasonThatFits(String body, String pointer) {
        move(apply(), body).expectProblem(422, "invalid-input", pointer);
    }

    @Test
    void refusesAPhaseNobodyKnowsByName() {
        move(apply(), "{\"to\":\"maybe\"}").expectProblem(400, "wrong-type", "/to");
    }

    @Test
    void refusesAMoveFromAVersionThatIsGone() {
        String id = apply();
        String seen = rita.get("/v1/applications/" + id).etag();
        move(id, "{\"to\":\"in-review\"}").expect(200);

        rita.with("If-Match", seen)
                .post(path(id), "{\"to\":\"interview\"}")
                .expectProblem(412, "stale-version");
    }

    @Test
    void letsNobodyMoveWhoMayOnlyRead() {
        api.as(Person.ADA)
                .post(path(apply()), "{\"to\":\"in-review\"}")
                .expectProblem(403, "forbidden");
    }

    @Test
    void takesARejectionBackUnlessTheCandidateHasAppliedAnew() {
        String email = "back-" + UUID.randomUUID() + "@example.org";
        String id = desk.apply(job, email);
        reject(id).expect(200);
        move(id, "{\"to\":\"in-review\"}").expect(200);
        reject(id).expect(200);
        desk.apply(job, email);

        move(id, "{\"to\":\"in-review\"}").expectProblem(409, "already-applied");
    }

    @Test
    void tiesADecisionToTheScoreItWasTakenOn(TestDatabase database) throws SQLException {
        String id = apply();
        String digest = desk.score(id).path("inputsDigest").asString();

        reject(id).expect(200);

        assertThat(
                        column(
                                database.ownerDataSource(),
                                """
                                select h.inputs_digest || ' ' || b.evidence_open
                                from decision_basis b
                                join application_transition t on t.employer_id = b.employer_id and t.id = b.transition_id
                                join score_history h on h.employer_id = b.employer_id and h.id = b.history_id
                                where t.application_id = '%s'
                                """
                                        .formatted(id)))
                .containsExactly(digest + " false");
    }

    @Test
    void rejectsNobodyOnADoubtOfOursWithoutSayingWhy(TestDatabase database) throws SQLException {
        String id = applyWithOpenEvidence();

        reject(id).expectProblem(409, "evidence-open");
        assertThat(rita.get("/v1/applications/" + id).json().path("phase").asString())
                .isEqualTo("new");
        assertThat(rita.get(path(id)).json().path("items")).isEmpty();

        move(
                        id,
                        "{\"to\":\"rejected\",\"reason\":\"position-filled\",\"overrideReason\":\"Hired"
                                + " elsewhere today.\"}")
                .expect(200);
        assertThat(
                        column(
                                database.ownerDataSource(),
                                "select b.evidence_open::text from decision_basis b join application_transition t"
                                        + " on t.id = b.transition_id where t.application_id = '%s'"
                                                .formatted(id)))
                .containsExactly("true");
    }

    @Test
    void rejectsNobodyWhoseCredentialHasNotArrived() {
        ObjectNode body = application("await-" + UUID.randomUUID() + "@example.org");
        body.withArrayProperty("credentials")
                .addObject()
                .put("url", "https://nowhere.example/" + UUID.randomUUID());
        String id = desk.submit(job, body).expect(201).id();

        reject(id).expectProblem(409, "evidence-open");
        move(id, "{\"to\":\"interview\"}").expect(200);
        move(
                        id,
                        "{\"to\":\"rejected\",\"reason\":\"position-filled\",\"overrideReason\":\"Filled"
                                + " today.\"}")
                .expect(200);
    }

    @Test
    void letsNoMachineReject(TestDatabase database) throws SQLException {
        String id = apply();
        Actor machine = new Actor.Service(SampleMembers.HARBOR, "test");
        Applications applications = node.bean(Applications.class);
        Move rejection =
                new Move(
                        ApplicationPhase.REJECTED,
                        Optional.of(TransitionReason.NOT_ELIGIBLE),
                        Optional.empty());

        assertThatThrownBy(() ->
                        applications.move(
                                machine,
                                new ApplicationId(UUID.fromString(id)),
                                Optional.empty(),
                                rejection))
                .isInstanceOf(PermissionDenied.class);

        // And were that line gone, the role it works with cannot.
        assertThatThrownBy(() ->
                        asHarbor(
                                database.workerDataSource(),
                                "update application set phase = 'rejected' where id = '%s'"
                                        .formatted(id)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() ->
                        asHarbor(
                                database.workerDataSource(),
                                """
                                insert into application_transition (employer_id, id, application_id, from_phase,
                                    to_phase, moved_at, moved_by, reason)
                                values ('%s', gen_random_uuid(), '%s', 'new', 'rejected', now(), 'person:x', 'not-eligible')
                                """
                                        .formatted(SampleMembers.HARBOR, id)))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() ->
                        asHarbor(
                                database.webDataSource(),
                                """
                                insert into application_transition (employer_id, id, application_id, from_phase,
                                    to_phase, moved_at, moved_by, reason)
                                values ('%s', gen_random_uuid(), '%s', 'new', 'rejected', now(), 'service:x', 'not-eligible')
                                """
                                        .formatted(SampleMembers.HARBOR, id)))
                .hasMessageContaining("check constraint");
        asHarbor(
                database.workerDataSource(),
                "update application set phase = 'withdrawn' where id = '%s'".formatted(id));
    }

    private String apply() {
        return desk.apply(job, "mover-" + UUID.randomUUID() + "@example.org");
    }

    /** A badge of a trusted school whose holder's address nobody has vouched for. */
    private String applyWithOpenEvidence() {
        new Registry(api).register(school.issuerId(), "trusted");
        String email = "open-" + UUID.randomUUID() + "@example.org";
        ObjectNode body = application(email, school.badge(email, sql));
        body.withObjectProperty("candidate").put("emailVerified", false);
        return desk.submit(job, body).expect(201).id();
    }

    private ApiAnswer reject(String id) {
        return move(id, "{\"to\":\"rejected\",\"reason\":\"other-candidates-stronger\"}");
    }

    private ApiAnswer move(String id, String body) {
        return rita.post(path(id), body);
    }

    private static String path(String id) {
        return "/v1/applications/" + id + "/transitions";
    }

    private static void asHarbor(DataSource role, String statement) throws SQLException {
        try (Connection connection = role.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("set local assay.employer_id = '" + SampleMembers.HARBOR + "'");
            assertThat(sql.executeUpdate(statement)).isOne();
            connection.rollback();
        }
    }

    private static List<String> column(DataSource owner, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
