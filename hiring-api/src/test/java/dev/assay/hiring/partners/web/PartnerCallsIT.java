package dev.assay.hiring.partners.web;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.applications.Attribution;
import dev.assay.hiring.applications.Attributions;
import dev.assay.hiring.intake.ApplyForm;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.TestKeycloak;
import dev.assay.hiring.testkit.WithApplication;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A job board's calls, with the token of the sample's, which Harbor alone granted everything. */
@WithApplication
class PartnerCallsIT {

    private static final String PATH = "/v1/partner/jobs";
    private static final String NOBODYS = "019e0000-0000-7000-8000-999999999999";

    private final ApplicationUnderTest application;
    private final ApiClient rita;
    private final ApiClient hana;
    private final ApiClient omar;
    private final ApiClient partner;
    private final HiringDesk harbor;
    private final String skill;

    PartnerCallsIT(ApplicationUnderTest application, ApiClient api) {
        this.application = application;
        this.rita = api.as(Person.RITA);
        this.hana = api.as(Person.HANA);
        this.omar = api.as(Person.OMAR);
        this.partner = api.withToken(TestKeycloak.get().partnerToken());
        this.harbor = new HiringDesk(rita);
        this.skill = HiringDesk.newSkill(application, "SQL");
    }

    @Test
    void listsTheOpenPostingsOfWhoGrantedThemPageByPageAndNoOthers() {
        String first = openJob();
        String second = openJob();
        String draft = rita.post("/v1/jobs", "{\"title\":\"A\",\"description\":\"B\"}").id();
        String closed = openJob();
        become(closed, "closed");
        String cedars = new HiringDesk(omar).openJob();

        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = partner.get(PATH + "?limit=1" + next).expect(200).json();
            page.path("items").forEach(item -> listed.add(item.path("id").asString()));
            next = page.path("next").isNull() ? null : "&after=" + page.path("next").asString();
        } while (next != null);

        assertThat(listed).doesNotHaveDuplicates().containsSubsequence(first, second);
        assertThat(listed).doesNotContain(draft, closed, cedars);
    }

    @Test
    void aTokenAsksForWhatOpenedClosedOrIsGrantedNoLonger() {
        String stays = openJob();
        String closes = openJob();
        String draft = rita.post("/v1/jobs", "{\"title\":\"A\",\"description\":\"B\"}").id();
        String token = lastPage("").path("syncToken").asString();
        become(closes, "closed");
        String opened = openJob();
        String grant = "/v1/partners/" + jobsphere() + "/grant";

        JsonNode changed =
                Eventually.get(
                        () -> everything("&limit=200&syncToken=" + token),
                        all ->
                                ids(all.path("items")).contains(opened)
                                        && ids(all.path("tombstones")).contains(closes));
        List<String> items = ids(changed.path("items"));
        List<String> gone = ids(changed.path("tombstones"));
        assertThat(items).doesNotContain(draft, closes);
        assertThat(gone).doesNotContain(stays, draft, opened);

        String second = lastPage("&syncToken=" + token).path("syncToken").asString();
        try {
            put(grant, "{\"permissions\":[\"list\"],\"jobs\":[\"%s\"]}".formatted(opened));

            JsonNode narrowed = everything("&limit=2&syncToken=" + second);

            assertThat(ids(narrowed.path("items"))).containsOnly(opened);
            assertThat(ids(narrowed.path("tombstones")))
                    .contains(stays)
                    .doesNotContain(opened, draft);
        } finally {
            put(grant, "{\"permissions\":[\"list\",\"apply\",\"status\"]}");
        }
        partner.get(PATH + "?syncToken=nonsense").expectProblem(400, "foreign-sync-token");
        partner.get(PATH + "?syncToken=" + tokenOfNobody())
                .expectProblem(410, "sync-token-expired");
    }

    @Test
    void aFileHoldsWhatABoardTakesAsManyAsItSaysAndIsFetchedOnce() {
        String taken = openJob();
        String path = "/v1/jobs/" + taken;
        String places =
                "{\"locations\":[{\"city\":\"Harbor City\",\"region\":\"WA\",\"country\":\"US\"}]}";
        rita.patch(path, rita.get(path).etag(), places).expect(200);
        String refused = openJob();
        assertThat(rita.get("/v1/jobs/" + refused + "/posting-lint").expect(200).text())
                .contains("place-missing", "linkedin-company-missing");
        String profile = "/v1/employer-profile";
        rita.patch(profile, rita.get(profile).etag(), "{\"logo\":null}").expect(403);
        hana.patch(profile, hana.get(profile).etag(), "{\"linkedinCompany\":\"4711\"}").expect(200);

        for (String kind : List.of("indeed", "linkedin")) {
            ApiAnswer file = partner.get("/v1/partner/feeds/" + kind).expect(200);

            assertThat(file.text()).contains(taken).doesNotContain(refused);
            assertThat(file.text())
                    .contains(
                            "<expectedJobCount><![CDATA[%d]]>"
                                    .formatted(file.text().split("<job>", -1).length - 1));
        }
        ApiAnswer rss = partner.get("/v1/partner/feeds/rss").expect(200);
        assertThat(rss.text()).contains(taken, refused);
        partner.with("If-None-Match", rss.etag()).get("/v1/partner/feeds/rss").expect(304);
        become(taken, "paused");
        assertThat(
                        partner.with("If-None-Match", rss.etag())
                                .get("/v1/partner/feeds/rss")
                                .expect(200)
                                .text())
                .doesNotContain(taken);
        int listed = everything("&limit=200").path("items").size();
        JsonNode pulls =
                rita.get("/v1/partners/" + jobsphere() + "/feeds").expect(200).json().path("items");
        assertThat(pulls.valueStream().map(pull -> pull.path("kind").asString()))
                .containsExactly("indeed", "linkedin", "list", "rss");
        assertThat(pulls.at("/0/items").asInt()).isPositive();
        assertThat(pulls.at("/0/rejected").asInt()).isPositive();
        assertThat(pulls.at("/0/leftOut").toString()).contains("place-missing");
        assertThat(pulls.at("/2/items").asInt()).isEqualTo(listed);
        assertThat(pulls.at("/2/leftOut")).isEmpty();
        assertThat(pulls.at("/3/rejected").asInt()).isZero();
        partner.get("/v1/partner/feeds/atom").expectProblem(404, "not-found");
        rita.get("/v1/partner/feeds/rss").expectProblem(403, "forbidden");
    }

    @Test
    void aPostingTellsWhatIsPublishedAndNotHowItIsWeighed() {
        ApiAnswer posting = partner.get(PATH + "/" + openJob()).expect(200);

        assertThat(posting.json().at("/employer/name").asString()).isEqualTo("Harbor Analytics");
        assertThat(posting.json().at("/skills/0/uri").asString()).isEqualTo(skill);
        assertThat(posting.text())
                .doesNotContain("importance", "jobAnalysisSource", "roleProfileId", "Frozen");
        assertThat(posting.header("ETag")).isPresent();
    }

    @Test
    void whatIsAnothersIsAsWhatIsNotThere() {
        String cedars = new HiringDesk(omar).openJob();
        String draft = rita.post("/v1/jobs", "{\"title\":\"A\",\"description\":\"B\"}").id();

        for (String job : List.of(cedars, draft, NOBODYS)) {
            partner.get(PATH + "/" + job).expectProblem(404, "not-found");
            assertThat(apply(key(), job, application(address())).expectProblem(404, "not-found"))
                    .isNotNull();
        }
        partner.get("/v1/partner/applications/" + harbor.apply(openJob(), address()))
                .expectProblem(404, "not-found");
        rita.get(PATH).expectProblem(403, "forbidden");
    }

    @Test
    void anApplicationIsTakenOnceUnderItsKeyAndKeepsWhereItCameFrom() {
        String job = openJob();
        String kim = address();
        ObjectNode body = application(kim, new Badges().badge(kim, skill));
        body.putObject("source").put("channel", "direct").put("reference", "click-1");
        partner.post(PATH + "/" + job + "/applications", body.toString())
                .expectProblem(400, "idempotency-key-required", "/Idempotency-Key");
        ApiClient keyed = key();

        ApiAnswer taken = apply(keyed, job, body).expect(201);

        assertThat(apply(keyed, job, body).expect(201).id()).isEqualTo(taken.id());
        assertThat(taken.text()).doesNotContain(kim, "Kim", "score");
        JsonNode status = partner.get(taken.header("Location").orElseThrow()).expect(200).json();
        assertThat(status.path("phase").asString()).isEqualTo("new");
        assertThat(rita.get("/v1/applications/" + taken.id()).json().path("credentials"))
                .hasSize(1);
        assertThat(rita.get("/v1/jobs/" + job + "/ranking").expect(200).text())
                .contains(taken.id());

        rita.post("/v1/applications/" + taken.id() + "/transitions", "{\"to\":\"interview\"}")
                .expect(200);

        assertThat(
                        partner.get("/v1/partner/applications/" + taken.id())
                                .json()
                                .path("phase")
                                .asString())
                .isEqualTo("interview");
        apply(key(), job, application(kim.toUpperCase(java.util.Locale.ROOT)))
                .expectProblem(409, "duplicate-application");
    }

    @Test
    void whoAppliedAnotherWayIsAddedToAndThePartnerNotTold() {
        String job = openJob();
        String lee = address();
        String direct = harbor.apply(job, lee);
        application
                .bean(Attributions.class)
                .attribute(
                        new Actor.Service(SampleMembers.HARBOR, "test"),
                        new ApplicationId(UUID.fromString(direct)),
                        SampleMembers.newPartner(application, "Another").value(),
                        Attribution.Way.LINK);

        ApiAnswer taken =
                apply(key(), job, application(lee, new Badges().badge(lee, skill))).expect(201);

        assertThat(taken.id()).isEqualTo(direct);
        assertThat(taken.json().path("attributed").asBoolean(true)).isFalse();
        assertThat(rita.get("/v1/applications/" + direct).json().path("credentials")).hasSize(1);
        apply(key(), job, application(lee)).expectProblem(409, "duplicate-application");
        String own = apply(key(), job, application(address())).expect(201).id();
        assertThat(told(own).path("attributed").asBoolean()).isTrue();
        assertThat(told(direct).path("attributed").asBoolean(true)).isFalse();
    }

    @Test
    void whoseAnApplicationIsIsToldUpToTheHire() {
        String filed = apply(key(), openJob(), application(address())).expect(201).id();
        String application = "/v1/applications/" + filed;
        JsonNode attribution = rita.get(application + "/attribution").expect(200).json();
        assertThat(attribution.path("partnerId").asString()).isEqualTo(jobsphere());
        for (String phase : List.of("interview", "offer")) {
            rita.post(application + "/transitions", "{\"to\":\"" + phase + "\"}").expect(200);
        }

        ApiAnswer offer =
                rita.post(
                                application + "/offers",
                                """
                                {"salary":{"amount":"52500","currency":"USD","unit":"YEAR"},"startDate":"2026-01-05"}
                                """)
                        .expect(201);
        String offered = "/v1/offers/" + offer.id();
        ApiAnswer withdrawn =
                rita.post(offered + "/transitions", "{\"to\":\"withdrawn\"}").expect(200);
        rita.post(application + "/transitions", "{\"to\":\"hired\"}").expect(200);
        ApiAnswer hire =
                rita.post(application + "/hire", "{\"startDate\":\"2026-01-05\"}").expect(201);

        for (JsonNode told :
                List.of(
                        offer.json(),
                        withdrawn.json(),
                        rita.get(offered).expect(200).json(),
                        hire.json(),
                        rita.get("/v1/hires/" + hire.id()).expect(200).json(),
                        rita.get("/v1/hires?applicationId=" + filed)
                                .expect(200)
                                .json()
                                .at("/items/0"))) {
            assertThat(told.path("attribution")).isEqualTo(attribution);
        }
        assertThat(
                        partner.get("/v1/partner/applications/" + filed)
                                .expect(200)
                                .json()
                                .path("attributed")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void whatIsToBeVerifiedAfterwardsIsAcceptedAndTold() {
        String job = openJob();
        String sam = address();
        ObjectNode body = application(sam, new Badges().badge(sam, skill));
        ApiClient keyed = key().with("Prefer", "respond-async");

        ApiAnswer accepted = apply(keyed, job, body).expect(202);

        assertThat(apply(keyed, job, body).expect(202).text()).isEqualTo(accepted.text());
        assertThat(accepted.json().path("state").asString()).isEqualTo("accepted");
        String status = accepted.header("Location").orElseThrow();
        JsonNode taken =
                Eventually.get(
                        () -> partner.get(status).expect(200).json(),
                        told -> !told.path("state").asString().equals("accepted"));
        assertThat(taken.path("state").asString()).isEqualTo("taken");
        String application = taken.path("applicationId").asString();
        assertThat(
                        partner.get("/v1/partner/applications/" + application)
                                .expect(200)
                                .json()
                                .path("phase")
                                .asString())
                .isEqualTo("new");
        assertThat(rita.get("/v1/applications/" + application).json().path("credentials"))
                .hasSize(1);
        apply(key(), job, body).expectProblem(409, "duplicate-application");
        apply(key().with("Prefer", "respond-async"), job, body)
                .expectProblem(409, "duplicate-application");
        partner.get(status.substring(0, status.lastIndexOf('/') + 1) + NOBODYS)
                .expectProblem(404, "not-found");
    }

    /** However they meet: each is taken once, or hears what it is refused for itself. */
    @Test
    void whatComesAtTheSameTimeIsAcceptedTogetherAndRefusedAlone() throws Exception {
        String job = openJob();
        String closed = openJob();
        become(closed, "closed");
        String known = address();
        apply(key(), job, application(known)).expect(201);
        List<Callable<ApiAnswer>> calls = new ArrayList<>();
        List<ObjectNode> fitting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ObjectNode body = application(address());
            fitting.add(body);
            calls.add(() -> apply(later(key()), job, body));
        }
        ApiClient twice = later(key());
        calls.add(() -> apply(twice, job, fitting.getFirst()));
        calls.add(() -> apply(later(key()), job, application(known)));
        calls.add(() -> apply(later(key()), closed, application(address())));

        List<ApiAnswer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<ApiAnswer> one : threads.invokeAll(calls)) {
                answers.add(one.get());
            }
        }

        answers.subList(0, 6).forEach(answer -> answer.expect(202));
        answers.get(6).expectProblem(409, "duplicate-application");
        answers.get(7).expectProblem(410, "posting-closed");
        assertThat(apply(twice, job, fitting.getFirst()).expect(202).text())
                .isEqualTo(answers.get(5).text());
        List<String> states = new ArrayList<>();
        for (ApiAnswer answer : answers.subList(0, 6)) {
            String status = answer.header("Location").orElseThrow();
            states.add(
                    Eventually.get(
                                    () -> partner.get(status).expect(200).json(),
                                    told -> !told.path("state").asString().equals("accepted"))
                            .path("state")
                            .asString());
        }
        assertThat(states.subList(1, 5)).containsOnly("taken");
        assertThat(List.of(states.getFirst(), states.getLast()))
                .as("the same applicant, under two keys")
                .containsExactlyInAnyOrder("taken", "refused");
    }

    private static ApiClient later(ApiClient keyed) {
        return keyed.with("Prefer", "respond-async");
    }

    @Test
    void aJobsFormTellsWhatToAskAndAnApplicationIsHeldToIt() {
        String job = openJob();
        String question =
                rita.post(
                                "/v1/jobs/" + job + "/questions",
                                """
                                {"kind":"choice","question":"Which days?","options":["Mon","Tue"],"required":true}
                                """)
                        .expect(201)
                        .id();

        JsonNode form = partner.get(PATH + "/" + job + "/configuration").expect(200).json();

        assertThat(form.at("/questions/0/id").asString()).isEqualTo(question);
        assertThat(form.at("/questions/0/options/1").asString()).isEqualTo("Tue");
        assertThat(form.path("credentialFormats").toString())
                .contains("open-badges-3", "ler-rs")
                .doesNotContain("blockcerts");
        assertThat(form.at("/limits/attachmentTypes").toString()).contains("application/pdf");
        ObjectNode body = application(address());
        for (ApiClient keyed : List.of(key(), key().with("Prefer", "respond-async"))) {
            apply(keyed, job, body).expectProblem(422, "invalid-input", "/answers");
        }
        body.putArray("answers").addObject().put("questionId", question).put("value", "Tue");
        String taken = apply(key(), job, body).expect(201).id();
        assertThat(rita.get("/v1/applications/" + taken + "/answers").expect(200).text())
                .contains("Which days?", "Tue");
        become(job, "closed");
        partner.get(PATH + "/" + job + "/configuration").expectProblem(410, "posting-closed");
        partner.get(PATH + "/" + NOBODYS + "/configuration").expectProblem(404, "not-found");
    }

    @Test
    void filesAndConsentsArriveWhetherTheApplicationIsNewOrThereAlready() {
        String job = openJob();
        String lee = address();
        String direct = harbor.apply(job, lee);
        for (String who : List.of(lee, address())) {
            ObjectNode body = application(who);
            body.putArray("attachments")
                    .addObject()
                    .put("name", "cv.txt")
                    .put("content", "SGVsbG8=");
            body.putArray("consents")
                    .addObject()
                    .put("purpose", "retention")
                    .put("textVersion", "board-3");

            String taken = apply(key(), job, body).expect(201).id();

            assertThat(taken.equals(direct)).isEqualTo(who.equals(lee));
            assertThat(rita.get("/v1/applications/" + taken + "/attachments").expect(200).text())
                    .contains("cv.txt");
            String candidate =
                    rita.get("/v1/applications/" + taken).json().path("candidateId").asString();
            assertThat(rita.get("/v1/candidates/" + candidate + "/consents").expect(200).text())
                    .contains("retention", "board-3");
        }
    }

    @Test
    void whatApplicantsSayOfThemselvesIsKeptApartHoweverItIsVerified() throws Exception {
        String job = openJob();
        JsonNode asked =
                partner.get(PATH + "/" + job + "/configuration")
                        .expect(200)
                        .json()
                        .path("demographics");
        assertThat(asked.path("confidentiality").asString()).contains("voluntary", "kept apart");
        assertThat(asked.path("questions"))
                .isNotEmpty()
                .allSatisfy(question ->
                        assertThat(question.path("options").toString())
                                .endsWith(
                                        ",{\"value\":\"declined\",\"label\":\"I do not wish to answer\"}]"));
        String islander = "native-hawaiian-or-pacific-islander";
        for (ApiClient keyed : List.of(key(), key().with("Prefer", "respond-async"))) {
            ObjectNode body = application(address());
            said(body, "race-ethnicity", islander);
            said(body, "disability", "declined");
            body.putArray("answers").addObject().put("note", "Rowing");

            String application = taken(apply(keyed, job, body));

            String candidate =
                    rita.get("/v1/applications/" + application)
                            .expect(200)
                            .json()
                            .path("candidateId")
                            .asString();
            StringBuilder apart = new StringBuilder();
            StringBuilder archive = new StringBuilder();
            hana.get("/v1/candidates/" + candidate + "/export")
                    .expect(200)
                    .unzipped()
                    .forEach((name, file) ->
                            (name.contains("self-identification/") ? apart : archive)
                                    .append(new String(file, StandardCharsets.UTF_8)));
            assertThat(apart).contains("race-ethnicity", islander, "disability", "declined");
            assertThat(archive).contains("Rowing").doesNotContain(islander, "race-ethnicity");
            assertThat(rita.get("/v1/applications/" + application + "/answers").text())
                    .contains("Rowing")
                    .doesNotContain(islander, "race-ethnicity");
        }
    }

    @Test
    void whatNobodyAsksOfApplicantsIsRefusedWhereItStands() {
        String job = openJob();
        ObjectNode body = application(address());
        said(body, "sex", "unheard-of");
        said(body, "shoe-size", "9");
        said(body, "veteran", "no");
        said(body, "veteran", "yes");

        for (ApiClient keyed : List.of(key(), key().with("Prefer", "respond-async"))) {
            assertThat(
                            apply(keyed, job, body)
                                    .expectProblem(
                                            422,
                                            "invalid-input",
                                            "/demographics/0/value",
                                            "/demographics/1/question",
                                            "/demographics/3/question")
                                    .text())
                    .doesNotContain("unheard-of");
        }
        body.remove("demographics");
        body.putArray("answers").addObject().put("note", "Rowing");
        body.withArray("answers")
                .addObject()
                .put("question", "Your sex?")
                .put("value", "unheard-of");
        assertThat(apply(key(), job, body).expectProblem(422, "invalid-input", "/answers/1").text())
                .doesNotContain("unheard-of");
        body.put("demographics", "none");
        apply(key(), job, body).expectProblem(400, "wrong-type", "/demographics");
        harbor.submit(job, body).expectProblem(400, "unknown-field", "/demographics");
    }

    private static void said(ObjectNode application, String question, String value) {
        application
                .withArray("demographics")
                .addObject()
                .put("question", question)
                .put("value", value);
    }

    /** What the first event of an application says. */
    private JsonNode told(String application) {
        return Eventually.get(() -> firstEvent(application), Optional::isPresent).orElseThrow();
    }

    private Optional<JsonNode> firstEvent(String application) {
        String after = "0";
        while (after != null) {
            JsonNode page =
                    partner.get("/v1/partner/events?limit=200&after=" + after).expect(200).json();
            for (JsonNode event : page.path("items")) {
                if (event.at("/data/applicationId").asString().equals(application)) {
                    return Optional.of(event.path("data"));
                }
            }
            after = page.path("next").asString(null);
        }
        return Optional.empty();
    }

    private String taken(ApiAnswer answer) {
        if (answer.status() == 201) {
            return answer.id();
        }
        String status = answer.expect(202).header("Location").orElseThrow();
        return Eventually.get(
                        () -> partner.get(status).expect(200).json(),
                        told -> !told.path("applicationId").isNull())
                .path("applicationId")
                .asString();
    }

    @Test
    void ofTwoAtOnceFromOneAddressOneIsTaken() {
        String job = openJob();
        String una = address();
        List<CompletableFuture<Integer>> both =
                Stream.generate(this::key)
                        .limit(2)
                        .map(keyed ->
                                CompletableFuture.supplyAsync(
                                        () -> apply(keyed, job, application(una)).status()))
                        .toList();

        assertThat(both).extracting(CompletableFuture::join).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void whoWasErasedIsNotKnownAnyMore() {
        String job = openJob();
        String ash = address();
        String filed = apply(key(), job, application(ash)).expect(201).id();
        String candidate =
                rita.get("/v1/applications/" + filed).json().path("candidateId").asString();

        String person = "/v1/candidates/" + candidate;
        hana.with("If-Match", hana.get(person).etag()).call("DELETE", person).expect(204);

        assertThat(apply(key(), job, application(ash)).expect(201).id()).isNotEqualTo(filed);
    }

    @Test
    void aPausedJobIsWorthAnotherTryAndAClosedOneIsNot() {
        String job = openJob();
        become(job, "paused");
        ApiClient keyed = key();
        ObjectNode body = application(address());

        assertThat(
                        apply(keyed, job, body)
                                .expectProblem(409, "posting-paused")
                                .header("Retry-After"))
                .isPresent();
        partner.get(PATH + "/" + job).expect(200);
        become(job, "open");
        apply(keyed, job, body).expect(201);
        become(job, "closed");
        apply(key(), job, application(address())).expectProblem(410, "posting-closed");
        partner.get(PATH + "/" + job).expectProblem(410, "posting-closed");
    }

    @Test
    void whatIsTooLargeIsSaidToBe() {
        ObjectNode body = application(address()).put("large", "x".repeat(ApplyForm.MOST_BYTES));

        apply(key(), openJob(), body).expectProblem(413, "body-too-large");
    }

    @Test
    void aGrantThatIsNarrowedOrTakenBackHoldsFromTheNextCallOn() {
        String one = openJob();
        String other = openJob();
        String applied = apply(key(), other, application(address())).expect(201).id();
        String grant = "/v1/partners/" + jobsphere() + "/grant";
        String all = "{\"permissions\":[\"list\",\"apply\",\"status\"]}";
        try {
            put(grant, "{\"permissions\":[\"list\"],\"jobs\":[\"%s\"]}".formatted(one));

            assertThat(partner.get(PATH + "?limit=200").expect(200).text())
                    .contains(one)
                    .doesNotContain(other);
            partner.get(PATH + "/" + other).expectProblem(404, "not-found");
            apply(key(), one, application(address())).expectProblem(403, "forbidden");
            partner.get("/v1/partner/applications/" + applied).expectProblem(403, "forbidden");

            put(grant, "{\"permissions\":[\"status\",\"apply\"],\"jobs\":[\"%s\"]}".formatted(one));

            partner.get(PATH).expectProblem(403, "forbidden");
            apply(key(), other, application(address())).expectProblem(404, "not-found");
            partner.get("/v1/partner/applications/" + applied).expectProblem(404, "not-found");

            hana.with("If-Match", hana.get(grant).etag()).call("DELETE", grant).expect(204);

            partner.get(PATH).expectProblem(403, "forbidden");
            partner.get(PATH + "/" + one).expectProblem(403, "forbidden");
        } finally {
            put(grant, all);
        }
        partner.get("/v1/partner/applications/" + applied).expect(200);
    }

    private JsonNode lastPage(String query) {
        JsonNode page = partner.get(PATH + "?limit=200" + query).expect(200).json();
        while (!page.path("next").isNull()) {
            page =
                    partner.get(
                                    PATH
                                            + "?limit=200"
                                            + query
                                            + "&after="
                                            + page.path("next").asString())
                            .expect(200)
                            .json();
        }
        return page;
    }

    /** All pages as one. */
    private JsonNode everything(String query) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode items = all.putArray("items");
        ArrayNode tombstones = all.putArray("tombstones");
        String next = "";
        do {
            JsonNode page = partner.get(PATH + "?" + query.substring(1) + next).expect(200).json();
            page.path("items").forEach(items::add);
            page.path("tombstones").forEach(tombstones::add);
            assertThat(page.path("syncToken").isNull()).isNotEqualTo(page.path("next").isNull());
            next = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());
        return all;
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(one -> one.path("id").asString()).toList();
    }

    private static String tokenOfNobody() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("p|" + NOBODYS).getBytes(StandardCharsets.UTF_8));
    }

    private String openJob() {
        return harbor.openJob(requirement(skill, 3));
    }

    private void become(String job, String status) {
        String path = "/v1/jobs/" + job;
        rita.patch(path, rita.get(path).etag(), "{\"status\":\"%s\"}".formatted(status))
                .expect(200);
    }

    private void put(String grant, String json) {
        ApiAnswer now = hana.get(grant);
        ApiClient caller = now.status() == 200 ? hana.with("If-Match", now.etag()) : hana;
        caller.call("PUT", grant, ApiClient.JSON, json.getBytes(StandardCharsets.UTF_8))
                .expect(200);
    }

    private String jobsphere() {
        return hana.get("/v1/partners?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("clientId").asString().equals("jobsphere"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private ApiClient key() {
        return partner.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static ApiAnswer apply(ApiClient keyed, String job, JsonNode body) {
        return keyed.post(PATH + "/" + job + "/applications", body.toString());
    }

    private static String address() {
        return "kim-" + UUID.randomUUID() + "@example.org";
    }
}
