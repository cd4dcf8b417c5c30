package dev.assay.hiring;

import static dev.assay.hiring.platform.local.SampleRealm.Organization.HARBOR_ANALYTICS;
import static dev.assay.hiring.testkit.HiringDesk.application;
import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.db.GlobalTables;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.TestKeycloak;
import dev.assay.hiring.testkit.TrainingRoom;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** One employer's things seen from another, over HTTP and past it. */
@WithApplication
class TenancyIT {

    private static final String NDJSON = "application/x-ndjson";
    private static final String NOBODYS = "01a20ada-2c00-7a00-8000-0000000000ff";

    private static final String OFFER =
            """
            {"salary":{"amount":"50000","currency":"USD","unit":"YEAR"},"startDate":"2026-01-05"}
            """;

    /** What to send where an id stands in the path; a new endpoint must be entered here. */
    private static final Map<String, String> BODIES =
            Map.ofEntries(
                    entry("PATCH /v1/jobs/{id}", "{\"title\":\"Mine\"}"),
                    entry("POST /v1/jobs/{id}/clone", ""),
                    entry("POST /v1/jobs/{id}/approval", "{\"step\":\"requested\"}"),
                    entry("PUT /v1/jobs/{id}/blind-review", "{}"),
                    entry("POST /v1/applications/{id}/unmask", "{\"reason\":\"contact\"}"),
                    entry("PUT /v1/jobs/{id}/stages", "{\"stages\":[]}"),
                    entry(
                            "POST /v1/jobs/{id}/applications/bulk-transitions",
                            "{\"moves\":[{\"applicationId\":\"%s\",\"to\":\"interview\"}]}"
                                    .formatted(NOBODYS)),
                    entry("PATCH /v1/transition-reasons/{id}", "{\"label\":\"Mine\"}"),
                    entry("POST /v1/applications/{id}/notes", "{\"text\":\"Mine\"}"),
                    entry("POST /v1/candidates/{id}/notes", "{\"text\":\"Mine\"}"),
                    entry("DELETE /v1/notes/{id}", ""),
                    entry("POST /v1/partners/{id}/connections", "{\"board\":\"indeed\"}"),
                    entry("POST /v1/partners/{id}/feed-addresses", "{\"kind\":\"rss\"}"),
                    entry("DELETE /v1/partners/{id}/feed-addresses/{addressId}", ""),
                    entry("POST /v1/partners/{id}/connections/{board}/secret", "{}"),
                    entry("PATCH /v1/partners/{id}/connections/{board}", "{\"enabled\":false}"),
                    entry("PATCH /v1/tags/{id}", "{\"retired\":true}"),
                    entry("PUT /v1/applications/{id}/tags", "{\"tags\":[]}"),
                    entry("PUT /v1/candidates/{id}/tags", "{\"tags\":[]}"),
                    entry(
                            "PUT /v1/applications/{id}/assignee",
                            "{\"memberId\":\"" + NOBODYS + "\"}"),
                    entry("DELETE /v1/applications/{id}/assignee", ""),
                    entry(
                            "POST /v1/applications/{id}/attachments",
                            "{\"name\":\"a\",\"content\":\"YQ==\"}"),
                    entry(
                            "POST /v1/candidates/{id}/attachments",
                            "{\"name\":\"a\",\"content\":\"YQ==\"}"),
                    entry("DELETE /v1/attachments/{id}", ""),
                    entry(
                            "POST /v1/candidates/{id}/consents",
                            "{\"purpose\":\"a\",\"textVersion\":\"1\"}"),
                    entry("POST /v1/consents/{id}/withdrawal", ""),
                    entry("PATCH /v1/stage-templates/{id}", "{\"name\":\"Mine\"}"),
                    entry(
                            "POST /v1/jobs/{id}/applications",
                            application("kim@example.org").toString()),
                    entry(
                            "POST /v1/jobs/{id}/applications/import",
                            application("kim@example.org").toString()),
                    entry("POST /v1/applications/{id}/transitions", "{\"to\":\"interview\"}"),
                    entry("POST /v1/applications/{id}/credentials", "{\"document\":{}}"),
                    entry("DELETE /v1/applications/{id}/credentials/{credentialId}", ""),
                    entry("POST /v1/applications/{id}/candidate-links", "{}"),
                    entry("POST /v1/applications/{id}/invitations", ""),
                    entry("POST /v1/jobs/{id}/invitations", ""),
                    entry(
                            "POST /v1/applications/{id}/disputes",
                            "{\"about\":{\"kind\":\"other\"},\"statement\":\"Mine\"}"),
                    entry(
                            "POST /v1/disputes/{id}/resolution",
                            "{\"outcome\":\"upheld\",\"answer\":\"Mine\"}"),
                    entry("DELETE /v1/applications/{id}/candidate-links/{linkId}", ""),
                    entry(
                            "POST /v1/applications/{id}/evidence",
                            """
                            {"rubricId": "%s", "rubricVersion": 1, "ratings": [3],
                             "supervision": "supervised", "performedOn": "2026-05-04"}
                            """
                                    .formatted(NOBODYS)),
                    entry("DELETE /v1/applications/{id}/evidence/{evidenceId}", ""),
                    entry("POST /v1/decision-flags/{id}/settlement", "{\"reason\":\"Mine.\"}"),
                    entry(
                            "POST /v1/applications/{id}/scorecards",
                            """
                            {"recommendation": "yes",
                             "attributes": [{"skillId": "%s", "rating": "yes"}]}
                            """
                                    .formatted(NOBODYS)),
                    entry(
                            "POST /v1/applications/{id}/interviews",
                            """
                            {"slots": [{"start": "2036-01-11T09:00:00Z",
                                        "end": "2036-01-11T10:00:00Z"}], "location": "Mine"}
                            """),
                    entry(
                            "POST /v1/interviews/{id}/booking",
                            "{\"start\":\"2036-01-11T09:00:00Z\"}"),
                    entry("POST /v1/interviews/{id}/cancellation", ""),
                    entry(
                            "POST /v1/jobs/{id}/questions",
                            "{\"kind\":\"yes-no\",\"question\":\"Mine?\"}"),
                    entry("DELETE /v1/jobs/{id}/questions/{questionId}", ""),
                    entry("POST /v1/applications/{id}/accommodations", "{\"request\":\"Mine\"}"),
                    entry("DELETE /v1/applications/{id}/accommodations/{accommodationId}", ""),
                    entry("PATCH /v1/saved-searches/{id}", "{\"name\":\"Mine\"}"),
                    entry("DELETE /v1/saved-searches/{id}", ""),
                    entry("PATCH /v1/own-skills/{id}", "{\"name\":\"Mine\"}"),
                    entry("PATCH /v1/rubrics/{id}", "{\"name\":\"Mine\"}"),
                    entry("PATCH /v1/issuers/{id}", "{\"tier\":\"blocked\"}"),
                    entry("PATCH /v1/credential-mappings/{id}", "{\"retired\":true}"),
                    entry("PATCH /v1/candidates/{id}", "{\"givenName\":\"Mine\"}"),
                    entry(
                            "POST /v1/candidates/{id}/merge",
                            "{\"candidateId\":\"" + NOBODYS + "\"}"),
                    entry("POST /v1/candidates/{id}/part", "{\"candidateId\":\"" + NOBODYS + "\"}"),
                    entry("POST /v1/operations/{id}/cancel", ""),
                    entry("DELETE /v1/candidates/{id}", ""),
                    entry(
                            "POST /v1/candidates/{id}/email-attestation",
                            "{\"method\":\"phone\",\"checkedAt\":\"2026-01-02T00:00:00Z\"}"),
                    entry("POST /v1/applications/{id}/score/what-if", "{}"),
                    entry("POST /v1/scoring-policies/{id}/previews", "{}"),
                    entry("POST /v1/scoring-policies/{id}/activation", ""),
                    entry("PATCH /v1/webhook-endpoints/{id}", "{\"enabled\":false}"),
                    entry("DELETE /v1/webhook-endpoints/{id}", ""),
                    entry("POST /v1/webhook-endpoints/{id}/secret", "{}"),
                    entry("POST /v1/webhook-endpoints/{id}/ping", ""),
                    entry("POST /v1/webhook-endpoints/{id}/replays", "{\"failed\":true}"),
                    entry("PATCH /v1/partner/webhook-endpoints/{id}", "{\"enabled\":false}"),
                    entry("DELETE /v1/partner/webhook-endpoints/{id}", ""),
                    entry("POST /v1/partner/webhook-endpoints/{id}/secret", "{}"),
                    entry("POST /v1/partner/webhook-endpoints/{id}/ping", ""),
                    entry("POST /v1/partner/webhook-endpoints/{id}/replays", "{\"failed\":true}"),
                    entry("PATCH /v1/partners/{id}", "{\"name\":\"Mine\"}"),
                    entry("POST /v1/partners/{id}/secret", "{}"),
                    entry("PUT /v1/partners/{id}/grant", "{\"permissions\":[\"list\"]}"),
                    entry("DELETE /v1/partners/{id}/grant", ""),
                    entry(
                            "POST /v1/partner/jobs/{id}/applications",
                            application("kim@example.org").toString()),
                    entry("PATCH /v1/members/{id}", "{\"roles\":[\"auditor\"]}"),
                    entry("DELETE /v1/members/{id}", ""),
                    entry("PUT /v1/jobs/{id}/team/{memberId}", ""),
                    entry("PATCH /v1/training-modules/{id}", "{\"name\":\"Mine\"}"),
                    entry("PATCH /v1/wage-points/{id}", "{\"region\":\"Mine\"}"),
                    entry("PATCH /v1/role-profiles/{id}", "{\"name\":\"Mine\"}"),
                    entry("PATCH /v1/assumptions/{id}", "{\"unit\":\"mine\"}"),
                    entry("PATCH /v1/exchange-rates/{id}", "{\"rate\":1}"),
                    entry("POST /v1/applications/{id}/offers", OFFER),
                    entry("PATCH /v1/offers/{id}", "{\"usualAmount\":\"1\"}"),
                    entry("POST /v1/offers/{id}/transitions", "{\"to\":\"approved\"}"),
                    entry("POST /v1/applications/{id}/hire", "{\"startDate\":\"2026-01-05\"}"),
                    entry("PATCH /v1/hires/{id}", "{\"startDate\":\"2026-01-05\"}"),
                    entry("POST /v1/hires/{id}/ratings", "{\"day\":30,\"rating\":3}"),
                    entry("DELETE /v1/jobs/{id}/team/{memberId}", ""));

    private static final Map<String, String> HARBORS = new HashMap<>();

    private static ApplicationUnderTest node;
    private static ApiClient api;

    @BeforeAll
    static void fillHarbor(ApplicationUnderTest application, ApiClient client) {
        node = application;
        api = client;
        HiringDesk desk = new HiringDesk(api.as(Person.RITA));
        String sql = HiringDesk.newSkill(application, "SQL");
        Badges school = new Badges();
        String job = desk.openJob(requirement(sql, 1));
        HARBORS.put("/v1/jobs", job);
        HARBORS.put("/v1/partner/jobs", job);
        String filed = desk.apply(job, "lee@example.org", school.badge("lee@example.org", sql));
        HARBORS.put("/v1/applications", filed);
        HARBORS.put("/v1/partner/applications", filed);
        String hired = desk.apply(job, "kay@example.org");
        offerAndHire(hired);
        HARBORS.put(
                "/v1/candidates",
                api.as(Person.RITA)
                        .get("/v1/applications/" + filed)
                        .json()
                        .required("candidateId")
                        .asString());
        HARBORS.put(
                "/v1/operations",
                api.as(Person.RITA)
                        .with("Prefer", "respond-async")
                        .post(
                                "/v1/jobs/" + job + "/applications",
                                application("ash@example.org").toString())
                        .expect(202)
                        .id());
        HARBORS.put(
                "/v1/application-imports",
                api.as(Person.RITA)
                        .post(
                                "/v1/jobs/" + job + "/applications/import",
                                NDJSON,
                                application("una@example.org").toString().getBytes(UTF_8))
                        .expect(202)
                        .id());
        HARBORS.put(
                "/v1/members",
                api.as(Person.HANA)
                        .get("/v1/members")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString());
        HARBORS.put("/v1/partners", ownPartner());
        HARBORS.put(
                "/v1/webhook-endpoints",
                api.as(Person.HANA)
                        .post("/v1/webhook-endpoints", "{\"url\":\"https://hooks.example.org/\"}")
                        .expect(201)
                        .id());
        HARBORS.put(
                "/v1/partner/webhook-endpoints",
                api.withToken(TestKeycloak.get().partnerToken())
                        .post(
                                "/v1/partner/webhook-endpoints",
                                "{\"url\":\"https://hooks.example.org/\"}")
                        .expect(201)
                        .id());
        HARBORS.put(
                "/v1/scoring-policies",
                api.as(Person.HANA)
                        .post(
                                "/v1/scoring-policies",
                                "{\"name\":\"Ours\",\"reason\":\"To be looked for.\"}")
                        .expect(201)
                        .id());
        new TrainingRoom(api).fill(sql).forEach(HARBORS::put);
        HARBORS.put(
                "/v1/saved-searches",
                api.as(Person.RITA)
                        .post(
                                "/v1/saved-searches",
                                "{\"name\":\"All\",\"list\":\"jobs\",\"filter\":{},\"shared\":true}")
                        .expect(201)
                        .id());
        String issuer = new Registry(api).register(school.issuerId(), "trusted").id();
        HARBORS.put("/v1/issuers", issuer);
        HARBORS.put(
                "/v1/stage-templates",
                api.as(Person.HANA)
                        .post(
                                "/v1/stage-templates",
                                "{\"name\":\"Harbors own way\",\"stages\":[{\"name\":\"Desk\",\"phase\":\"new\"}]}")
                        .expect(201)
                        .id());
        HARBORS.put(
                "/v1/transition-reasons",
                api.as(Person.HANA)
                        .post(
                                "/v1/transition-reasons",
                                "{\"code\":\"harbors-own\",\"label\":\"Ours\",\"refines\":\"not-eligible\"}")
                        .expect(201)
                        .id());
        keepADossier();
        HARBORS.put(
                "/v1/own-skills",
                api.as(Person.HANA)
                        .post("/v1/own-skills", "{\"name\":\"Harbors own\"}")
                        .expect(201)
                        .id());
        String rubric =
                desk.writeRubric(
                        api.as(Person.RITA)
                                .get("/v1/jobs/" + job)
                                .json()
                                .at("/requirements/0/skill/id")
                                .asString(),
                        "work-sample",
                        1);
        HARBORS.put("/v1/rubrics", rubric);
        HARBORS.put(
                "/v1/disputes",
                api.as(Person.RITA)
                        .post(
                                "/v1/applications/" + filed + "/disputes",
                                "{\"about\":{\"kind\":\"other\"},\"statement\":\"Wrong\"}")
                        .expect(201)
                        .id());
        HARBORS.put(
                "/v1/interviews",
                api.as(Person.RITA)
                        .post(
                                "/v1/applications/" + filed + "/interviews",
                                Objects.requireNonNull(
                                        BODIES.get("POST /v1/applications/{id}/interviews")))
                        .expect(201)
                        .id());
        HARBORS.put("/v1/decision-flags", flagged(hired, rubric));
        HARBORS.put(
                "/v1/credential-mappings",
                api.as(Person.HANA)
                        .post(
                                "/v1/credential-mappings",
                                "{\"issuerId\":\"%s\",\"achievement\":{\"name\":\"A\"},\"skills\":[]}"
                                        .formatted(issuer))
                        .expect(201)
                        .id());
    }

    /** Without a client at Keycloak, which nothing here asks. */
    private static String ownPartner() {
        return SampleMembers.newPartner(node, "Harbors own").toString();
    }

    /** What somebody is seen to do after they were hired flags their decision. */
    private static String flagged(String hired, String rubric) {
        api.as(Person.RITA)
                .post(
                        "/v1/applications/" + hired + "/evidence",
                        """
                        {"rubricId": "%s", "rubricVersion": 1, "ratings": [3],
                         "supervision": "supervised", "performedOn": "2026-05-04"}
                        """
                                .formatted(rubric))
                .expect(201);
        return Eventually.get(
                        () -> api.as(Person.RITA).get("/v1/decision-flags").json().path("items"),
                        flags -> !flags.isEmpty())
                .at("/0/id")
                .asString();
    }

    private static void keepADossier() {
        ApiClient rita = api.as(Person.RITA);
        String candidate = "/v1/candidates/" + HARBORS.get("/v1/candidates");
        HARBORS.put(
                "/v1/notes",
                rita.post(candidate + "/notes", "{\"text\":\"Harbors own\"}").expect(201).id());
        HARBORS.put(
                "/v1/attachments",
                rita.post(candidate + "/attachments", "{\"name\":\"cv.txt\",\"content\":\"YQ==\"}")
                        .expect(201)
                        .id());
        HARBORS.put(
                "/v1/consents",
                rita.post(
                                candidate + "/consents",
                                "{\"purpose\":\"harbors-own\",\"textVersion\":\"1\"}")
                        .expect(201)
                        .id());
        HARBORS.put(
                "/v1/tags",
                api.as(Person.HANA)
                        .post("/v1/tags", "{\"name\":\"Harbors own\"}")
                        .expect(201)
                        .id());
    }

    private static void offerAndHire(String application) {
        ApiClient rita = api.as(Person.RITA);
        rita.post("/v1/applications/" + application + "/transitions", "{\"to\":\"interview\"}")
                .expect(200);
        String offer =
                rita.post("/v1/applications/" + application + "/offers", OFFER).expect(201).id();
        for (String state : List.of("approved", "extended", "accepted")) {
            rita.post("/v1/offers/" + offer + "/transitions", "{\"to\":\"%s\"}".formatted(state))
                    .expect(200);
        }
        HARBORS.put("/v1/offers", offer);
        HARBORS.put(
                "/v1/hires",
                rita.get("/v1/hires?applicationId=" + application)
                        .json()
                        .at("/items/0/id")
                        .asString());
    }

    @Test
    void noEndpointTellsAnothersThingFromNoneAtAll() {
        ApiClient omar = api.as(Person.OMAR);
        List<String> walked = new ArrayList<>();
        for (String endpoint : endpointsWithAnId()) {
            String method = endpoint.split(" ")[0];
            String path =
                    endpoint.split(" ")[1]
                            .replace("{memberId}", NOBODYS)
                            .replace("{credentialId}", NOBODYS)
                            .replace("{evidenceId}", NOBODYS)
                            .replace("{questionId}", NOBODYS)
                            .replace("{accommodationId}", NOBODYS)
                            .replace("{linkId}", NOBODYS)
                            .replace("{board}", "indeed")
                            .replace("{addressId}", NOBODYS)
                            .replace("{submissionId}", NOBODYS)
                            .replace("{previewId}", NOBODYS);
            String thing = path.substring(0, path.indexOf("/{id}"));
            assertThat(HARBORS).as("a thing of Harbor's below %s", thing).containsKey(thing);

            if (endpoint.equals("GET /v1/jobs/{id}/comparison")) {
                path = path + "?application=" + NOBODYS + "&application=" + UUID.randomUUID();
            }
            ApiAnswer foreign =
                    call(
                            omar,
                            method,
                            endpoint,
                            path.replace("{id}", Objects.requireNonNull(HARBORS.get(thing))));
            ApiAnswer absent = call(omar, method, endpoint, path.replace("{id}", NOBODYS));

            assertThat(foreign.status()).as(endpoint + foreign.text()).isEqualTo(absent.status());
            // An issuer is the HR admin's to change, and Omar is none: 403 for both.
            assertThat(foreign.status()).as(endpoint + foreign.text()).isIn(404, 403);
            assertThat(withoutTrace(foreign)).isEqualTo(withoutTrace(absent));
            walked.add(endpoint);
        }
        assertThat(walked).hasSizeGreaterThanOrEqualTo(9);
    }

    /** Jobsphere may do at Harbor whatever a partner can be let do. */
    @Test
    void noOperationOfPeopleIsAPartnersToo() {
        ApiClient partner = api.withToken(TestKeycloak.get().partnerToken());
        Map<String, String> endpoints = endpointsOfPeople();
        endpoints.forEach((endpoint, type) -> {
            String path = endpoint.split(" ")[1];
            for (String thing : HARBORS.keySet()) {
                path = path.replace(thing + "/{id}", thing + "/" + HARBORS.get(thing));
            }
            path = path.replaceAll("\\{[a-zA-Z]+}", NOBODYS);
            for (ApiClient caller : List.of(partner, partner.at(HARBOR_ANALYTICS))) {
                ApiAnswer answer =
                        call(
                                caller.with("If-Match", "\"1\""),
                                endpoint.split(" ")[0],
                                path,
                                type,
                                BODIES.getOrDefault(endpoint, "{}"));

                assertThat(answer.status()).as(endpoint + answer.text()).isEqualTo(403);
                assertThat(answer.text()).doesNotContain(HARBORS.values());
            }
        });
        assertThat(endpoints).hasSizeGreaterThan(100);
    }

    private static ApiAnswer call(
            ApiClient caller, String method, String path, String type, String body) {
        return method.equals("GET") || method.equals("DELETE")
                ? caller.call(method, path)
                : caller.call(method, path, type, body.getBytes(UTF_8));
    }

    /** Each with the media type of its body. */
    private static Map<String, String> endpointsOfPeople() {
        Map<String, String> found = new TreeMap<>();
        handlers()
                .forEach((mapping, handler) -> {
                    Allowed allowed = handler.getMethodAnnotation(Allowed.class);
                    if (allowed != null && !allowed.value().isForPartners()) {
                        String type =
                                mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                                        .findFirst()
                                        .map(MediaType::toString)
                                        .orElse(ApiClient.JSON);
                        endpoints(mapping).forEach(endpoint -> found.put(endpoint, type));
                    }
                });
        return found;
    }

    @Test
    void noListShowsAnothersThings() {
        ApiClient omar = api.as(Person.OMAR);

        for (String list :
                List.of(
                        "/v1/jobs",
                        "/v1/partners",
                        "/v1/issuers",
                        "/v1/credential-mappings",
                        "/v1/rubrics",
                        "/v1/own-skills",
                        "/v1/stage-templates",
                        "/v1/tags",
                        "/v1/transition-reasons",
                        "/v1/skills?q=Harbors",
                        "/v1/credential-mappings/suggestions",
                        "/v1/candidates",
                        "/v1/decision-flags",
                        "/v1/applications",
                        "/v1/saved-searches",
                        "/v1/training-modules",
                        "/v1/wage-points",
                        "/v1/exchange-rates",
                        "/v1/role-profiles",
                        "/v1/training-estimates",
                        "/v1/offers",
                        "/v1/hires")) {
            assertThat(omar.get(list).expect(200).text()).doesNotContain(HARBORS.values());
        }
    }

    @Test
    void aQueryWithoutAnyFilterSeesOneEmployerOnly(TestDatabase database) throws SQLException {
        for (boolean worker : List.of(false, true)) {
            DataSource role = worker ? database.workerDataSource() : database.webDataSource();
            try (Connection connection = role.getConnection()) {
                connection.setAutoCommit(false);
                List<String> tables = tenantTables(database);
                if (worker) {
                    // No background work has any business with what candidates need.
                    tables.remove("accommodation_request");
                }
                for (String table : tables) {
                    assertThat(rows(connection, "", table)).as(table).isZero();
                    // Cedar has rows about its own people, and none of Harbor's.
                    assertThat(
                                    rows(
                                            connection,
                                            SampleMembers.CEDAR.toString(),
                                            table
                                                    + " where employer_id <> '"
                                                    + SampleMembers.CEDAR
                                                    + "'"))
                            .as(table)
                            .isZero();
                }
                assertThat(rows(connection, SampleMembers.HARBOR.toString(), "job")).isPositive();
                assertThat(rows(connection, SampleMembers.HARBOR.toString(), "credential"))
                        .isPositive();
                connection.rollback();
                // Back in the pool, the connection remembers nobody.
                assertThat(rows(connection, "job")).isZero();
            }
        }
    }

    @Test
    void noRoleWritesIntoAnotherEmployersRows(TestDatabase database) throws SQLException {
        try (Connection connection = database.webDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local assay.employer_id = '" + SampleMembers.CEDAR + "'");

            assertThat(statement.executeUpdate("update job set title = 'Mine'")).isZero();
            assertThatThrownBy(() ->
                            statement.execute(
                                    """
                                    insert into audit_entry (employer_id, id, occurred_at, actor, action, subject_kind,
                                            subject_id, detail)
                                    values ('%s', gen_random_uuid(), now(), 'x', 'x', 'x', gen_random_uuid(), '{}')
                                    """
                                            .formatted(SampleMembers.HARBOR)))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void everyChangeLeftItsAuditRowWithoutPersonalData(TestDatabase database) throws SQLException {
        List<String> actions = new ArrayList<>();
        StringBuilder details = new StringBuilder();
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select action, actor, detail from audit_entry order by id")) {
            while (row.next()) {
                actions.add(row.getString("action"));
                details.append(row.getString("detail"));
                assertThat(row.getString("actor")).matches("(person|service):.+");
            }
        }
        assertThat(actions)
                .contains(
                        "job.created",
                        "job.changed",
                        "candidate.admitted",
                        "application.filed",
                        "credential.verified",
                        "issuer.registered");
        assertThat(details.toString()).doesNotContain("lee", "Kim", "Example", "@");
    }

    private static ApiAnswer call(ApiClient caller, String method, String endpoint, String path) {
        if (method.equals("GET")) {
            return caller.get(path);
        }
        assertThat(BODIES).as("the bodies to send").containsKey(endpoint);
        String body = Objects.requireNonNull(BODIES.get(endpoint));
        return caller.with("If-Match", "\"1\"")
                .call(
                        method,
                        path,
                        endpoint.endsWith("/import") ? NDJSON : ApiClient.JSON,
                        body.getBytes(UTF_8));
    }

    private static List<String> endpointsWithAnId() {
        return handlers().keySet().stream()
                .flatMap(mapping -> endpoints(mapping).stream())
                .filter(endpoint -> endpoint.contains("{"))
                // Named by words of the caller's, and no ids; SideCarIT asks for another's.
                .filter(endpoint -> !endpoint.contains(" /v1/references/"))
                .filter(endpoint -> !endpoint.contains(" /v1/partner/feeds/"))
                // A board's, which signs; what is not its own is as what is not there.
                .filter(endpoint -> !endpoint.contains(" /v1/inbound/"))
                // By what nobody can guess; FeedAddressesIT asks for what is not in force.
                .filter(endpoint -> !endpoint.contains(" /feeds/"))
                // Pages of what is published, for anybody.
                .filter(endpoint -> !endpoint.contains(" /jobs/"))
                .sorted()
                .toList();
    }

    private static Map<RequestMappingInfo, HandlerMethod> handlers() {
        return node.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }

    private static Set<String> endpoints(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> method + " " + path))
                .collect(Collectors.toSet());
    }

    private static JsonNode withoutTrace(ApiAnswer answer) {
        var problem = (tools.jackson.databind.node.ObjectNode) answer.json();
        problem.remove("traceId");
        return problem;
    }

    private static List<String> tenantTables(TestDatabase database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select tablename from pg_tables where schemaname = 'public'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        tables.removeAll(GlobalTables.names());
        tables.removeIf(table -> table.startsWith("databasechangelog"));
        assertThat(tables).contains("job", "application", "credential", "person_key");
        return tables;
    }

    private static long rows(Connection connection, String employer, String table)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local assay.employer_id = '" + employer + "'");
        }
        return rows(connection, table);
    }

    private static long rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
