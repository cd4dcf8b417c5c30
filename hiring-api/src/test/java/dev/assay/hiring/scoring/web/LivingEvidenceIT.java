package dev.assay.hiring.scoring.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.issue.BadgeAward;
import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.issue.StatusListIssuer;
import dev.assay.credential.issue.StatusListIssuer.StatusList;
import dev.assay.credential.issue.StatusPurpose;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.WithApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens to badges after they were handed in happens to scores, by itself. */
@WithApplication(shared = true)
class LivingEvidenceIT {

    private static final Instant AWARDED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration SKEW = VerificationPolicy.standard().clockSkew();

    private final ApplicationUnderTest node;
    private final ApiClient rita;
    private final HiringDesk desk;
    private final Registry registry;
    private final String sql;

    LivingEvidenceIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
        this.registry = new Registry(api);
        this.sql = HiringDesk.newSkill(node, "SQL");
    }

    @Test
    void aRevocationLowersItsHolderAndFlagsWhoWasHired() {
        Ed25519SigningKey key = Ed25519SigningKey.generate();
        OpenBadgeIssuer issuer = OpenBadgeIssuer.create(key, "Quayside College");
        registry.register(issuer.id(), "trusted");
        String list = "https://quayside.example/status/" + UUID.randomUUID();
        publish(key, list, Set.of());
        String job = desk.openJob(requirement(sql, 3));
        String abe = desk.apply(job, "abe@example.org", badge(issuer, list, 1, "abe@example.org"));
        String bea = desk.apply(job, "bea@example.org", badge(issuer, list, 2, "bea@example.org"));
        String cal = desk.apply(job, "cal@example.org", badge(issuer, list, 3, "cal@example.org"));
        String dan = desk.apply(job, "dan@example.org", badge(issuer, list, 4, "dan@example.org"));
        hire(cal);
        move(dan, "{\"to\":\"rejected\",\"reason\":\"position-filled\"}");
        assertThat(points(abe)).isEqualTo(64);

        publish(key, list, Set.of(1, 3, 4));

        JsonNode score = Eventually.get(() -> desk.score(abe), one -> points(one) == 0);
        assertThat(score.at("/requirements/0/ignored/0/reason").asString()).isEqualTo("revoked");
        assertThat(history(abe).at("/items/0/cause").asString()).isEqualTo("credential-rechecked");
        assertThat(history(abe).at("/items/1/score/score").asInt()).isEqualTo(64);
        assertThat(points(bea)).isEqualTo(64);
        JsonNode ranking = rita.get("/v1/jobs/" + job + "/ranking").expect(200).json();
        assertThat(ranking.at("/items/0/applicationId").asString()).isNotEqualTo(abe);

        JsonNode flags =
                Eventually.get(
                        () ->
                                rita.get("/v1/applications/" + cal + "/decision-flags")
                                        .expect(200)
                                        .json(),
                        page -> !page.path("items").isEmpty());
        assertThat(flags.at("/items/0/phase").asString()).isEqualTo("hired");
        assertThat(flags.at("/items/0/scoreThen").asInt()).isEqualTo(64);
        assertThat(flags.at("/items/0/scoreNow").asInt()).isZero();
        assertThat(points(cal)).isEqualTo(64);
        JsonNode event = Eventually.get(() -> flagged(cal), told -> !told.isMissingNode());
        assertThat(event.at("/data/before/score").asInt()).isEqualTo(64);
        assertThat(event.at("/data/after/score").asInt()).isZero();
        flagsWaitUntilAPersonSettlesThem(job, cal);
        whoeverTakesADecisionBackSeesThingsAsTheyAre(job, dan);
    }

    /** The event that an application's decision was flagged. */
    private JsonNode flagged(String application) {
        JsonNode events =
                rita.get("/v1/events?after=0&limit=200&type=decision.flagged").expect(200).json();
        return events.path("items")
                .valueStream()
                .filter(event -> event.at("/subject/id").asString().equals(application))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void flagsWaitUntilAPersonSettlesThem(String job, String hired) {
        String list = "/v1/decision-flags?jobId=" + job;
        Eventually.get(
                () -> rita.get(list + "&state=open").expect(200).json().path("items").size(),
                open -> open == 2);
        assertThat(rita.get(list + "&limit=1").json().path("next").isString()).isTrue();
        JsonNode flag =
                rita.get("/v1/applications/" + hired + "/decision-flags").json().at("/items/0");
        assertThat(flag.path("jobId").asString()).isEqualTo(job);
        String settlement = "/v1/decision-flags/" + flag.path("id").asString() + "/settlement";

        rita.post(settlement, "{\"reason\":\" \"}").expectProblem(422, "invalid-input", "/reason");
        JsonNode settled =
                rita.post(settlement, "{\"reason\":\"She renews it next week.\"}")
                        .expect(200)
                        .json();
        assertThat(settled.path("settledBy").asString()).startsWith("person:");
        rita.post(settlement, "{\"reason\":\"Again.\"}").expectProblem(409, "flag-settled");

        JsonNode others = rita.get(list + "&state=settled").expect(200).json().path("items");
        assertThat(others).hasSize(1);
        assertThat(others.at("/0/settledBecause").asString()).isEqualTo("She renews it next week.");
        JsonNode open = rita.get(list + "&state=open").expect(200).json().path("items");
        assertThat(open).hasSize(1);
        assertThat(open.path(0).has("settledAt")).isFalse();
    }

    private void whoeverTakesADecisionBackSeesThingsAsTheyAre(String job, String rejected) {
        assertThat(points(rejected)).isEqualTo(64);
        move(rejected, "{\"to\":\"in-review\"}");

        Eventually.get(() -> points(rejected), points -> points == 0);
        assertThat(history(rejected).at("/items/0/cause").asString())
                .isEqualTo("decision-taken-back");
        assertThat(
                        rita.get("/v1/decision-flags?state=open&jobId=" + job)
                                .expect(200)
                                .json()
                                .path("items"))
                .isEmpty();
    }

    @Test
    void credentialsComeAndGoAfterTheApplicationDid() {
        Badges school = new Badges();
        registry.register(school.issuerId(), "trusted");
        ObjectNode needed = requirement(sql, 3);
        needed.put("level", 3);
        String job = desk.openJob(needed);
        String gil = desk.apply(job, "gil@example.org");
        assertThat(desk.score(gil).path("lane").asString()).isEqualTo("no-evidence");
        ObjectNode badge = school.badge("gil@example.org", sql, 2);
        ObjectNode renewed = school.badge("gil@example.org", sql, 3);
        renewed.set("id", badge.required("id"));
        renewed.put("validFrom", "2026-04-02T10:00:00Z");

        JsonNode first = add(gil, badge);
        assertThat(first.at("/score/score").asDouble()).isEqualTo(48);
        JsonNode second = add(gil, school.signed(renewed));
        assertThat(second.at("/score/score").asInt()).isEqualTo(64);
        assertThat(second.at("/score/requirements/0/ignored/0/reason").asString())
                .isEqualTo("superseded");

        String newer = second.at("/credentials/1/id").asString();
        String path = "/v1/applications/" + gil + "/credentials/" + newer;
        JsonNode without = rita.call("DELETE", path).expect(200).json();
        assertThat(without.at("/score/score").asDouble()).isEqualTo(48);
        assertThat(without.at("/credentials/1").has("withdrawnAt")).isTrue();
        assertThat(rita.call("DELETE", path).expect(200).json().path("credentials"))
                .isEqualTo(without.path("credentials"));
        String hal = desk.apply(job, "hal@example.org");
        rita.call("DELETE", "/v1/applications/" + hal + "/credentials/" + newer)
                .expectProblem(404, "not-found");
        assertThat(history(gil).at("/items/0/cause").asString()).isEqualTo("credential-withdrawn");

        hire(gil);
        assertThat(add(gil, school.badge("gil@example.org", sql, 5)).at("/score/score").asDouble())
                .isEqualTo(48);
        Eventually.get(
                () -> rita.get("/v1/applications/" + gil + "/decision-flags").json().path("items"),
                flags -> flags.size() == 1);
        rita.post("/v1/applications/" + hal + "/transitions", "{\"to\":\"withdrawn\"}").expect(200);
        rita.post(
                        "/v1/applications/" + hal + "/credentials",
                        "{\"document\":" + school.badge("hal@example.org", sql) + "}")
                .expectProblem(409, "application-withdrawn");
    }

    @Test
    void requirementsThatChangeForAReasonScoreEverybodyAnew() {
        Badges school = new Badges();
        registry.register(school.issuerId(), "trusted");
        String job = desk.openJob(requirement(sql, 3));
        String ida = desk.apply(job, "ida@example.org", school.badge("ida@example.org", sql, 2));
        String jon = desk.apply(job, "jon@example.org", school.badge("jon@example.org", sql, 2));
        hire(jon);

        ApiAnswer now = rita.get("/v1/jobs/" + job);
        ObjectNode more = requirement(sql, 3);
        more.put("level", 3);
        rita.patch(
                        "/v1/jobs/" + job,
                        now.etag(),
                        "{\"requirements\":[%s],\"requirementsReason\":\"The tool is harder.\"}"
                                .formatted(more))
                .expect(200);

        Eventually.get(() -> points(ida), points -> points == 48);
        assertThat(history(ida).at("/items/0/cause").asString()).isEqualTo("requirements-changed");
        Eventually.get(
                () -> rita.get("/v1/applications/" + jon + "/decision-flags").json().path("items"),
                flags -> flags.size() == 1);
        assertThat(points(jon)).isEqualTo(64);
    }

    @Test
    void whatTheEmployerSawCountsLikeAnyEvidence() {
        ObjectNode needed = requirement(sql, 3);
        needed.put("level", 4).put("mustHave", true);
        String job = desk.openJob(needed);
        String kit = desk.apply(job, "kit@example.org");
        String path = "/v1/applications/" + kit + "/evidence";
        String skill = rita.get("/v1/jobs/" + job).json().at("/requirements/0/skill/id").asString();
        String rubric = desk.writeRubric(skill, "work-sample", 3);
        assertThat(desk.score(kit).path("lane").asString()).isEqualTo("no-evidence");

        String nearly = rate(path, rubric, "[3,4,4]", "supervised-with-identity");
        JsonNode below = Eventually.get(() -> desk.score(kit), score -> points(score) == 60);
        assertThat(below.path("mustHaves").asString()).isEqualTo("not-shown");
        assertThat(below.at("/requirements/0/evidence/0/kind").asString()).isEqualTo("work-sample");
        rate(path, rubric, "[4,5,3]", "unsupervised");
        JsonNode met = Eventually.get(() -> desk.score(kit), score -> points(score) == 80);
        assertThat(met.path("mustHaves").asString()).isEqualTo("met");
        assertThat(met.at("/requirements/0/ignored/0/reason").asString()).isEqualTo("same-group");
        assertThat(history(kit).at("/items/0/cause").asString()).isEqualTo("evidence-recorded");

        JsonNode listed = rita.get(path).expect(200).json();
        assertThat(listed.at("/items/0/ratedBy").asString()).startsWith("person:");
        assertThat(listed.at("/items/0/note").asString()).isEqualTo("Worked alone.");
        assertThat(listed.at("/items/1/level").asInt()).isEqualTo(4);
        rita.call("DELETE", path + "/" + nearly).expect(204);
        rita.call("DELETE", path + "/" + nearly).expect(204);
        Eventually.get(
                () -> desk.score(kit), score -> score.at("/requirements/0/ignored").isEmpty());

        rita.post(path, rating(rubric, 1, "[4]", "supervised"))
                .expectProblem(422, "invalid-input", "/ratings");
        rita.post(path, rating(rubric, 2, "[4,4,4]", "supervised"))
                .expectProblem(422, "invalid-input", "/rubricId");
        rita.patch("/v1/rubrics/" + rubric, "\"1\"", "{\"retired\":true}").expect(200);
        rita.post(path, rating(rubric, 1, "[4,4,4]", "supervised"))
                .expectProblem(409, "rubric-retired");
        rita.post(
                        path,
                        rating(rubric, 1, "[4,4,4]", "supervised")
                                .replace("2026-05-04", "2999-01-01"))
                .expectProblem(422, "invalid-input", "/performedOn");
    }

    private String rate(String path, String rubric, String ratings, String supervision) {
        return rita.post(path, rating(rubric, 1, ratings, supervision)).expect(201).id();
    }

    private static String rating(String rubric, int version, String ratings, String supervision) {
        return """
        {"rubricId": "%s", "rubricVersion": %d, "ratings": %s, "supervision": "%s",
         "performedOn": "2026-05-04", "note": "Worked alone."}
        """
                .formatted(rubric, version, ratings, supervision);
    }

    private JsonNode add(String application, ObjectNode badge) {
        return rita.post(
                        "/v1/applications/" + application + "/credentials",
                        "{\"document\":" + badge + "}")
                .expect(201)
                .json();
    }

    @Test
    void aSuspensionEndsAndTheBadgeCountsAgain() {
        Ed25519SigningKey key = Ed25519SigningKey.generate();
        OpenBadgeIssuer issuer = OpenBadgeIssuer.create(key, "Quayside College");
        registry.register(issuer.id(), "trusted");
        String list = "https://quayside.example/status/" + UUID.randomUUID();
        suspend(key, list, Set.of(5));
        String job = desk.openJob(requirement(sql, 3));
        ObjectNode badge =
                issuer.issue(
                        award("dee@example.org").withStatus(StatusPurpose.SUSPENSION, list, 5));
        String dee = desk.apply(job, "dee@example.org", badge);
        assertThat(desk.score(dee).at("/requirements/0/ignored/0/reason").asString())
                .isEqualTo("suspended");

        suspend(key, list, Set.of());

        Eventually.get(() -> points(dee), points -> points == 64);
    }

    @Test
    void aBadgeCeasesToCountWhenItEndsAndBeginsWhenItIsValid() {
        Badges school = new Badges();
        registry.register(school.issuerId(), "trusted");
        String job = desk.openJob(requirement(sql, 3));
        Instant now = Instant.now();
        ObjectNode ending =
                school.issue(
                        school.award("eva@example.org")
                                .withSkill(sql, "SQL", OptionalInt.empty())
                                .withValidUntil(now.minus(SKEW).plusSeconds(8)));
        ObjectNode beginning = school.badge("fay@example.org", sql);
        beginning.put("validFrom", now.plus(SKEW).plusSeconds(8).toString());
        String eva = desk.apply(job, "eva@example.org", ending);
        String fay = desk.apply(job, "fay@example.org", school.signed(beginning));
        assertThat(points(eva)).isEqualTo(64);
        assertThat(desk.score(fay).at("/requirements/0/ignored/0/reason").asString())
                .isEqualTo("not-yet-valid");

        JsonNode ended = Eventually.get(() -> desk.score(eva), score -> points(score) == 0);
        assertThat(ended.at("/requirements/0/ignored/0/reason").asString()).isEqualTo("expired");
        assertThat(history(eva).at("/items/0/cause").asString()).isEqualTo("evidence-expired");
        Eventually.get(() -> points(fay), points -> points == 64);
    }

    private void publish(Ed25519SigningKey key, String list, Set<Integer> revoked) {
        publish(key, list, StatusPurpose.REVOCATION, revoked);
    }

    private void suspend(Ed25519SigningKey key, String list, Set<Integer> suspended) {
        publish(key, list, StatusPurpose.SUSPENSION, suspended);
    }

    private void publish(
            Ed25519SigningKey key, String list, StatusPurpose purpose, Set<Integer> set) {
        node.web()
                .put(
                        list,
                        StatusListIssuer.create(key)
                                .issue(StatusList.of(list, purpose, set, AWARDED))
                                .toString());
    }

    private ObjectNode badge(OpenBadgeIssuer issuer, String list, int index, String email) {
        return issuer.issue(award(email).withStatus(StatusPurpose.REVOCATION, list, index));
    }

    private BadgeAward award(String email) {
        return BadgeAward.of(
                        "urn:uuid:" + UUID.randomUUID(),
                        "https://quayside.example/achievements/" + UUID.randomUUID(),
                        "A skill at Quayside",
                        email,
                        "salt-" + UUID.randomUUID(),
                        AWARDED)
                .withSkill(sql, "SQL", OptionalInt.empty());
    }

    private void hire(String application) {
        for (String to : new String[] {"interview", "offer", "hired"}) {
            move(application, "{\"to\":\"" + to + "\"}");
        }
    }

    private void move(String application, String move) {
        rita.post("/v1/applications/" + application + "/transitions", move).expect(200);
    }

    private JsonNode history(String application) {
        return rita.get("/v1/applications/" + application + "/score/history").expect(200).json();
    }

    private int points(String application) {
        return points(desk.score(application));
    }

    private static int points(JsonNode score) {
        return score.path("score").asInt();
    }
}
