package dev.assay.hiring.offers;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.SetClock;
import dev.assay.hiring.testkit.TrainingRoom;
import dev.assay.hiring.testkit.WithApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithApplication
class OffersIT {

    private static final EmployerId HARBOR = SampleMembers.HARBOR;

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;
    private final ApiClient hana;
    private final HiringDesk desk;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    OffersIT(ApplicationUnderTest node, ApiClient api) {
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.desk = new HiringDesk(rita);
    }

    @Test
    void leadFromTheDraftToTheHireAndItsRatings() {
        String sql = HiringDesk.newSkill(node, "SQL");
        Badges school = new Badges();
        new Registry(api).register(school.issuerId(), "trusted");
        String job = desk.openJob(requirement(sql, 3));
        String application =
                desk.apply(job, "ines@example.org", school.badge("ines@example.org", sql));
        String role = new TrainingRoom(api).fill(sql).get("/v1/role-profiles");
        new TrainingRoom(api).change("/v1/jobs/" + job, "{\"roleProfileId\":\"" + role + "\"}");
        rita.post(
                        "/v1/training-estimates",
                        "{\"applicationId\":\"%s\",\"draws\":256}".formatted(application))
                .expect(201);
        draft(application, "52500", today.minusDays(95)).expectProblem(409, "no-offer-now");
        move(application, "interview");

        ApiAnswer drafted = draft(application, "75000", today.minusDays(95)).expect(201);
        String offer = drafted.id();
        assertThat(drafted.header("Location")).contains("/v1/offers/" + offer);
        assertThat(drafted.json().at("/premiumPercent").asDouble()).isEqualTo(50);
        assertThat(drafted.json().at("/premiumCeiling/percents/0/years").asInt()).isEqualTo(1);
        assertThat(drafted.json().at("/warnings/0/code").asString()).isEqualTo("above-ceiling");
        assertThat(drafted.json().at("/attribution/partnerId").isNull()).isTrue();
        draft(application, "52500", today).expectProblem(409, "offer-there");

        ApiAnswer cheaper =
                rita.patch(
                                "/v1/offers/" + offer,
                                drafted.etag(),
                                "{\"salary\":{\"amount\":\"50500\"}}")
                        .expect(200);
        assertThat(cheaper.json().at("/premiumPercent").asDouble()).isEqualTo(1);
        rita.patch("/v1/offers/" + offer, drafted.etag(), "{\"usualAmount\":null}")
                .expectProblem(412, "stale-version");

        offer(rita, offer, "extended").expectProblem(409, "illegal-offer-transition");
        ApiAnswer approved = offer(rita, offer, "approved").expect(200);
        assertThat(approved.json().path("approvedBy").asString())
                .isEqualTo("person:" + Person.RITA.subject());
        rita.patch("/v1/offers/" + offer, approved.etag(), "{\"usualAmount\":null}")
                .expectProblem(409, "no-draft");
        JsonNode extended = offer(rita, offer, "extended").expect(200).json();
        assertThat(extended.path("legalMoves").toString())
                .isEqualTo("[\"accepted\",\"declined\",\"withdrawn\"]");
        assertThat(phase(application)).isEqualTo("offer");
        move(rita, application, "{\"to\":\"hired\"}").expectProblem(409, "offer-open");
        JsonNode accepted = keyed(offer);
        assertThat(accepted.path("premiumCeiling")).isEqualTo(extended.path("premiumCeiling"));
        assertThat(accepted.path("warnings")).isEmpty();
        assertThat(phase(application)).isEqualTo("hired");
        JsonNode moves =
                rita.get("/v1/offers/" + offer + "/transitions?limit=2").expect(200).json();
        assertThat(moves.path("items")).hasSize(2);
        JsonNode last =
                rita.get(
                                "/v1/offers/"
                                        + offer
                                        + "/transitions?after="
                                        + moves.path("next").asString())
                        .expect(200)
                        .json();
        assertThat(last.at("/items/0/to").asString()).isEqualTo("accepted");
        assertThat(last.path("next").isNull()).isTrue();

        hireIsRated(application, offer);
    }

    private void hireIsRated(String application, String offer) {
        JsonNode hires = rita.get("/v1/hires?applicationId=" + application).expect(200).json();
        assertThat(hires.path("items")).hasSize(1);
        String hire = hires.at("/items/0/id").asString();
        assertThat(hires.at("/items/0/offerId").asString()).isEqualTo(offer);
        assertThat(hires.at("/items/0/startDate").asString())
                .isEqualTo(today.minusDays(95).toString());
        rita.post("/v1/applications/" + application + "/hire", "{\"startDate\":\"2026-01-05\"}")
                .expectProblem(409, "hire-there");

        rate(hire, 30, 2).expect(201);
        rate(hire, 90, 4).expect(201);
        rate(hire, 30, 3).expect(201);
        rate(hire, 45, 3).expectProblem(422, "invalid-input", "/day");
        rate(hire, 60, 6).expectProblem(422, "invalid-input", "/rating");
        api.as(Person.ADA)
                .post("/v1/hires/" + hire + "/ratings", "{\"day\":30,\"rating\":1}")
                .expectProblem(403, "forbidden");
        ApiAnswer rated = rita.get("/v1/hires/" + hire).expect(200);
        assertThat(rated.json().path("ratings")).hasSize(2);
        assertThat(rated.json().at("/ratings/0/rating").asInt()).as("corrected").isEqualTo(3);
        assertThat(rita.get("/v1/hires/" + hire + "/ratings").expect(200).json().path("items"))
                .as("nothing said is gone")
                .hasSize(3);

        rita.patch(
                        "/v1/hires/" + hire,
                        rated.etag(),
                        "{\"startDate\":\"%s\"}".formatted(today.minusDays(59)))
                .expect(200);
        rate(hire, 60, 3).expectProblem(409, "rating-too-early");
        rita.patch(
                        "/v1/hires/" + hire,
                        "\"2\"",
                        "{\"startDate\":\"%s\",\"leftOn\":\"%s\"}"
                                .formatted(today.minusDays(60), today.minusDays(1)))
                .expect(200);
        rate(hire, 60, 3).expectProblem(409, "left-before");
        rita.patch("/v1/hires/" + hire, "\"3\"", "{\"leftOn\":\"2020-01-01\"}")
                .expectProblem(422, "invalid-input", "/leftOn");
    }

    /** Repeated with its key it is done once. */
    private JsonNode keyed(String offer) {
        JsonNode first = accepted(offer);
        assertThat(accepted(offer)).isEqualTo(first);
        return first;
    }

    private JsonNode accepted(String offer) {
        return rita.with("Idempotency-Key", "accept-" + offer)
                .post("/v1/offers/" + offer + "/transitions", "{\"to\":\"accepted\"}")
                .expect(200)
                .json();
    }

    @Test
    void areApprovedByAnotherWhereTheEmployerWantsTwo() {
        String application = interviewed("otto@example.org");
        String offer = draft(application, "52500", today).expect(201).id();
        ApiAnswer rule = rita.get("/v1/offer-rule").expect(200);
        assertThat(rule.json().path("approvalByAnother").asBoolean(true)).isFalse();
        rita.patch("/v1/offer-rule", rule.etag(), "{\"approvalByAnother\":true}")
                .expectProblem(403, "forbidden");
        ApiAnswer two =
                hana.patch("/v1/offer-rule", rule.etag(), "{\"approvalByAnother\":true}")
                        .expect(200);
        hana.patch("/v1/offer-rule", rule.etag(), "{\"approvalByAnother\":false}")
                .expectProblem(412, "stale-version");

        offer(rita, offer, "approved").expectProblem(409, "another-approves");
        offer(hana, offer, "approved").expect(200);

        // Whoever writes it anew has to ask again, whoever wrote it first.
        ApiAnswer again = offer(rita, offer, "draft").expect(200);
        assertThat(again.json().path("approvedBy").isNull()).isTrue();
        hana.patch("/v1/offers/" + offer, again.etag(), "{\"usualAmount\":null}").expect(200);
        offer(hana, offer, "approved").expectProblem(409, "another-approves");
        offer(rita, offer, "approved").expect(200);
        hana.patch("/v1/offer-rule", two.etag(), "{\"approvalByAnother\":false}").expect(200);
    }

    @Test
    void endWithTheirApplicationAndNeverEndIt() {
        String rejected = interviewed("ruth@example.org");
        String open = draft(rejected, "52500", today).expect(201).id();
        move(rita, rejected, "{\"to\":\"rejected\",\"reason\":\"position-filled\"}").expect(200);
        assertThat(state(open)).isEqualTo("withdrawn");

        String back = interviewed("bela@example.org");
        String taken = extended(back, today, "");
        move(back, "interview");
        assertThat(state(taken)).isEqualTo("withdrawn");
        String drafted = draft(back, "52500", today).expect(201).id();
        move(back, "in-review");
        assertThat(state(drafted)).isEqualTo("withdrawn");

        String declining = interviewed("dora@example.org");
        String declined = extended(declining, today, "");
        offer(rita, declined, "declined").expect(200);
        assertThat(phase(declining)).isEqualTo("withdrawn");
        assertThat(
                        rita.get("/v1/applications/" + declining + "/transitions")
                                .json()
                                .at("/items/2/reason")
                                .asString())
                .isEqualTo("offer-declined");

        String staying = interviewed("stan@example.org");
        String withdrawn = extended(staying, today, "");
        offer(rita, withdrawn, "withdrawn").expect(200);
        assertThat(phase(staying)).isEqualTo("offer");
        draft(staying, "52500", today).expect(201);
        assertThat(
                        rita.get("/v1/offers?state=withdrawn&applicationId=" + staying)
                                .json()
                                .path("items"))
                .hasSize(1);
    }

    @Test
    void expireAfterTheirLastDay() {
        String lapsed = interviewed("lara@example.org");
        String late =
                rita.post("/v1/applications/" + lapsed + "/offers", body(today, today.minusDays(1)))
                        .expect(201)
                        .id();
        offer(rita, late, "approved").expect(200);
        offer(rita, late, "extended").expectProblem(409, "offer-lapsed");

        String waiting = interviewed("wim@example.org");
        String offer = extended(waiting, today, ",\"expiresOn\":\"%s\"".formatted(today));
        SetClock clock = new SetClock(Instant.now().truncatedTo(ChronoUnit.DAYS));
        OfferExpiry expiry =
                new OfferExpiry(
                        node.bean(OfferRepository.class),
                        node.bean(Offers.class),
                        node.bean(TenantTransaction.class),
                        clock);
        var worker = new Actor.Service(HARBOR, "worker");

        assertThat(expiry.runBatch(worker)).isFalse();
        assertThat(state(offer)).isEqualTo("extended");
        assertThat(node.bean(TenantTransaction.class).in(worker, () -> expiry.nextDue(worker)))
                .contains(OfferExpiry.after(today));
        clock.advance(java.time.Duration.ofDays(1));
        expiry.runBatch(worker);

        assertThat(state(offer)).isEqualTo("expired");
        assertThat(phase(waiting)).as("a person decides what comes of it").isEqualTo("offer");
        assertThat(rita.get("/v1/offers/" + offer + "/transitions").json().toString())
                .contains("service:worker");
        offer(rita, offer, "accepted").expectProblem(409, "illegal-offer-transition");
    }

    @Test
    void areEmptiedWithTheirPerson() throws Exception {
        String application = interviewed("vera@example.org");
        String offer = extended(application, today.minusDays(40), "");
        offer(rita, offer, "accepted").expect(200);
        String hire =
                rita.get("/v1/hires?applicationId=" + application)
                        .json()
                        .at("/items/0/id")
                        .asString();
        rita.post("/v1/hires/" + hire + "/ratings", "{\"day\":30,\"rating\":4,\"note\":\"Quick.\"}")
                .expect(201);
        String candidate =
                rita.get("/v1/applications/" + application)
                        .json()
                        .required("candidateId")
                        .asString();
        hana.get("/v1/candidates/" + candidate + "/export").expect(200);
        String etag = rita.get("/v1/candidates/" + candidate).etag();

        hana.with("If-Match", etag).call("DELETE", "/v1/candidates/" + candidate).expect(204);

        JsonNode emptied = rita.get("/v1/offers/" + offer).expect(200).json();
        assertThat(emptied.path("state").asString()).isEqualTo("accepted");
        assertThat(emptied.path("salary").isNull()).isTrue();
        assertThat(emptied.path("premiumPercent").isNull()).isTrue();
        JsonNode left = rita.get("/v1/hires/" + hire).expect(200).json();
        assertThat(left.path("startDate").isNull()).isTrue();
        assertThat(left.at("/ratings/0/rating").isNull()).isTrue();
        assertThat(left.at("/ratings/0/note").isNull()).isTrue();
    }

    @Test
    void areForPeopleAndAHiringTeamRatesItsOwn() {
        String application = interviewed("tess@example.org");
        String offer = draft(application, "52500", today.minusDays(31)).expect(201).id();
        Offers offers = node.bean(Offers.class);
        var machine = new Actor.Service(HARBOR, "integration");
        assertThatThrownBy(() ->
                        offers.move(
                                machine,
                                new OfferId(UUID.fromString(offer)),
                                Optional.empty(),
                                OfferState.APPROVED))
                .isInstanceOf(PermissionDenied.class);
        offer(rita, offer, "approved").expect(200);
        offer(rita, offer, "extended").expect(200);
        offer(rita, offer, "accepted").expect(200);
        JsonNode hired = rita.get("/v1/hires?applicationId=" + application).json();
        HireId hire = new HireId(UUID.fromString(hired.at("/items/0/id").asString()));
        UUID job =
                UUID.fromString(
                        rita.get("/v1/applications/" + application)
                                .json()
                                .required("jobId")
                                .asString());
        Hires hires = node.bean(Hires.class);
        Actor team = member(job);
        Actor other = member(UUID.randomUUID());

        assertThat(hires.rate(team, hire, RatingDay.DAY_30, 5, Optional.empty()).ratedBy())
                .isEqualTo(team.reference());
        assertThatThrownBy(() -> hires.rate(other, hire, RatingDay.DAY_30, 1, Optional.empty()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> hires.rate(machine, hire, RatingDay.DAY_30, 1, Optional.empty()))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> offers.get(team, new OfferId(UUID.fromString(offer))))
                .as("what somebody is paid is no business of the team")
                .isInstanceOf(PermissionDenied.class);
    }

    private static Actor member(UUID job) {
        return new Actor.Person(
                HARBOR, UUID.randomUUID(), Set.of(EmployerRole.HIRING_TEAM), Set.of(job));
    }

    private String interviewed(String email) {
        String application = desk.apply(desk.openJob(), email);
        move(application, "interview");
        return application;
    }

    private String extended(String application, LocalDate start, String more) {
        String offer =
                rita.post(
                                "/v1/applications/" + application + "/offers",
                                """
                                {"salary":{"amount":"52500","currency":"USD","unit":"YEAR"},"startDate":"%s"%s}
                                """
                                        .formatted(start, more))
                        .expect(201)
                        .id();
        offer(rita, offer, "approved").expect(200);
        offer(rita, offer, "extended").expect(200);
        return offer;
    }

    private ApiAnswer draft(String application, String amount, LocalDate start) {
        return rita.post(
                "/v1/applications/" + application + "/offers",
                """
                {"salary":{"amount":"%s","currency":"USD","unit":"YEAR"},"usualAmount":"50000","startDate":"%s"}
                """
                        .formatted(amount, start));
    }

    private static String body(LocalDate start, LocalDate last) {
        return """
        {"salary":{"amount":"52500","currency":"USD","unit":"YEAR"},"startDate":"%s","expiresOn":"%s"}
        """
                .formatted(start, last);
    }

    private static ApiAnswer offer(ApiClient who, String offer, String to) {
        return who.post("/v1/offers/" + offer + "/transitions", "{\"to\":\"%s\"}".formatted(to));
    }

    private ApiAnswer rate(String hire, int day, int rating) {
        return rita.post(
                "/v1/hires/" + hire + "/ratings",
                "{\"day\":%d,\"rating\":%d}".formatted(day, rating));
    }

    private void move(String application, String to) {
        move(rita, application, "{\"to\":\"%s\"}".formatted(to)).expect(200);
    }

    private static ApiAnswer move(ApiClient who, String application, String body) {
        return who.post("/v1/applications/" + application + "/transitions", body);
    }

    private String phase(String application) {
        return rita.get("/v1/applications/" + application).json().path("phase").asString();
    }

    private String state(String offer) {
        return rita.get("/v1/offers/" + offer).json().path("state").asString();
    }
}
