package dev.assay.hiring.members.web;

import static dev.assay.hiring.platform.local.SampleRealm.Organization.CEDAR_HEALTH;
import static dev.assay.hiring.platform.local.SampleRealm.Organization.HARBOR_ANALYTICS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The people of an employer, with a real Keycloak beside. */
@WithApplication(shared = true)
class MembersIT {

    private static final String PATH = "/v1/members";

    private final ApiClient api;
    private final ApiClient hana;
    private final Actor admin;
    private final Newcomers newcomers;

    MembersIT(ApplicationUnderTest application, ApiClient api) {
        this.admin = SampleMembers.harborsAdministrator(application);
        this.api = api;
        this.hana = api.as(Person.HANA);
        this.newcomers = new Newcomers(application);
    }

    @Test
    void anInvitedPersonGetsMailSignsInAndActsHereAndNowhereElse() {
        String kim = Newcomers.address();

        ApiAnswer invited = invite(kim, "recruiter");

        assertThat(invited.json().path("state").asString()).isEqualTo("invited");
        assertThat(invited.header("Location")).contains(PATH + "/" + invited.id());
        String mail = newcomers.mailTo(admin, kim);
        assertThat(mail).contains("Harbor Analytics", "https://assay.example/console", kim);
        assertThat(Newcomers.passwordIn(mail)).hasSizeGreaterThanOrEqualTo(16);
        assertThat(activated(invited).path("roles").path(0).asString()).isEqualTo("recruiter");
        ApiClient signedIn = api.withToken(newcomers.tokenOf(kim));
        signedIn.post("/v1/jobs", "{\"title\":\"A\",\"description\":\"B\"}").expect(201);
        signedIn.get("/v1/members").expect(200);
        signedIn.post(PATH, invitation(Newcomers.address(), "recruiter"))
                .expectProblem(403, "forbidden");
        signedIn.at(CEDAR_HEALTH).get("/v1/jobs").expectProblem(403, "forbidden");
    }

    @Test
    void thePasswordInTheMailIsForOneSignInOnly() {
        String kim = Newcomers.address();
        ApiAnswer invited = invite(kim, "auditor");
        activated(invited);

        String answer =
                dev.assay.hiring.testkit.TestKeycloak.get()
                        .refusalOf(kim, Newcomers.passwordIn(newcomers.mailTo(admin, kim)));

        // Keycloak's word for "the password is right, but there is something to do first".
        assertThat(answer).contains("Account is not fully set up");
    }

    @Test
    void theAnswerIsTheSameWhetherKeycloakKnowsThePersonOrNot() {
        JsonNode known = invite("omar@cedar-health.example", "auditor").json();
        JsonNode unknown = invite(Newcomers.address(), "auditor").json();

        assertThat(fieldNames(known)).isEqualTo(fieldNames(unknown));
        assertThat(known.path("state")).isEqualTo(unknown.path("state"));
        // Omar has an account and a password of his own, which nobody touches.
        assertThat(newcomers.mailTo(admin, "omar@cedar-health.example"))
                .contains("added you")
                .doesNotContain("password");
        api.as(Person.OMAR).at(CEDAR_HEALTH).get("/v1/jobs").expect(200);
    }

    @Test
    void aPersonIsInvitedByTheIdOfTheirAccountToo() {
        String jo = Newcomers.address();
        String subject = activated(invite(jo, "recruiter")).path("subject").asString();
        ApiAnswer member = hana.get(PATH + "/" + memberWith(jo).path("id").asString());
        hana.with("If-Match", member.etag()).call("DELETE", PATH + "/" + member.id()).expect(204);

        ApiAnswer invited =
                hana.post(PATH, "{\"subject\":\"%s\",\"roles\":[\"auditor\"]}".formatted(subject))
                        .expect(201);

        assertThat(activated(invited).path("email").asString()).isEqualTo(jo);
    }

    @Test
    void anIdOfNobodyStaysAnInvitationAndSaysWhy() {
        ApiAnswer invited =
                hana.post(
                                PATH,
                                "{\"subject\":\"%s\",\"roles\":[\"auditor\"]}"
                                        .formatted(java.util.UUID.randomUUID()))
                        .expect(201);

        JsonNode faulty = Eventually.get(() -> member(invited), found -> found.hasNonNull("fault"));
        assertThat(faulty.path("fault").asString()).isEqualTo("no-such-account");
        assertThat(faulty.path("state").asString()).isEqualTo("invited");
    }

    @Test
    void aChangedRoleHoldsFromTheNextCallOn() {
        String kim = Newcomers.address();
        ApiAnswer invited = invite(kim, "recruiter");
        activated(invited);
        ApiClient signedIn = api.withToken(newcomers.tokenOf(kim));
        signedIn.post("/v1/jobs", "{\"title\":\"A\",\"description\":\"B\"}").expect(201);

        ApiAnswer before = hana.get(PATH + "/" + invited.id());
        ApiAnswer changed =
                hana.patch(PATH + "/" + invited.id(), before.etag(), "{\"roles\":[\"auditor\"]}")
                        .expect(200);

        assertThat(changed.etag()).isNotEqualTo(before.etag());
        signedIn.post("/v1/jobs", "{\"title\":\"A\",\"description\":\"B\"}")
                .expectProblem(403, "forbidden");
        signedIn.get("/v1/jobs").expect(200);
        hana.patch(PATH + "/" + invited.id(), before.etag(), "{\"roles\":[\"recruiter\"]}")
                .expectProblem(412, "stale-version");
    }

    @Test
    void aRemovedPersonIsOutWithTheirNextCallAndKeepsTheirAccount() {
        String kim = Newcomers.address();
        ApiAnswer invited = invite(kim, "recruiter");
        activated(invited);
        ApiClient signedIn = api.withToken(newcomers.tokenOf(kim));
        signedIn.get("/v1/jobs").expect(200);
        String path = PATH + "/" + invited.id();

        hana.call("DELETE", path).expectProblem(428, "precondition-required");
        hana.with("If-Match", hana.get(path).etag()).call("DELETE", path).expect(204);

        signedIn.get("/v1/jobs").expectProblem(403, "forbidden");
        hana.get(path).expectProblem(404, "not-found");
        assertThat(newcomers.tokenOf(kim)).isNotBlank();
    }

    @Test
    void theLastHrAdminCanNeitherLeaveNorStepDown() {
        String id = memberWith("hana@harbor-analytics.example").path("id").asString();
        ApiAnswer self = hana.get(PATH + "/" + id).expect(200);

        hana.with("If-Match", self.etag())
                .call("DELETE", PATH + "/" + id)
                .expectProblem(409, "last-hr-admin");
        hana.patch(PATH + "/" + id, self.etag(), "{\"roles\":[\"recruiter\"]}")
                .expectProblem(409, "last-hr-admin");
        hana.patch(PATH + "/" + id, self.etag(), "{\"roles\":[\"hr-admin\",\"recruiter\"]}")
                .expect(200);
    }

    @Test
    void nobodyIsInvitedTwice() {
        String kim = Newcomers.address();
        invite(kim, "recruiter");

        hana.post(PATH, invitation(kim.toUpperCase(java.util.Locale.ROOT), "auditor"))
                .expectProblem(409, "already-member");
    }

    @Test
    void thoseWhoWereThereBeforeAreNamedOnceKeycloakHasTold() {
        JsonNode rita =
                Eventually.get(
                        () -> memberOr("rita@harbor-analytics.example"),
                        found -> found.hasNonNull("familyName"));

        assertThat(rita.path("familyName").asString()).isEqualTo("Lindqvist");
        assertThat(rita.path("subject").asString()).isEqualTo(Person.RITA.subject());
        assertThat(rita.path("state").asString()).isEqualTo("active");
    }

    @Test
    void onlyTheHrAdminManagesAndAnotherEmployersPeopleDoNotExist() {
        api.as(Person.RITA).get(PATH).expect(200);
        api.as(Person.RITA)
                .post(PATH, invitation(Newcomers.address(), "auditor"))
                .expectProblem(403, "forbidden");
        String ritas = memberWith("rita@harbor-analytics.example").path("id").asString();
        api.as(Person.OMAR)
                .at(CEDAR_HEALTH)
                .get(PATH + "/" + ritas)
                .expectProblem(404, "not-found");
        assertThat(api.as(Person.OMAR).at(CEDAR_HEALTH).get(PATH).expect(200).text())
                .doesNotContain("rita@", ritas);
        assertThat(HARBOR_ANALYTICS.alias()).isNotEqualTo(CEDAR_HEALTH.alias());
    }

    @Test
    void listsPageByPage() {
        ApiAnswer first = hana.get(PATH + "?limit=2").expect(200);
        String next = first.json().path("next").asString();
        ApiAnswer second = hana.get(PATH + "?limit=2&after=" + next).expect(200);

        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.json().path("items").path(0)).isNotIn(first.json().path("items"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"email\":\"a@example.org\",\"roles\":[]                            | 422 | invalid-input | /roles",
                "\"email\":\"a@example.org\"                                         | 422 | invalid-input | /roles",
                "\"email\":\"a@example.org\",\"roles\":[\"owner\"]                   | 400 | wrong-type    | /roles/0",
                "\"email\":\"no address\",\"roles\":[\"auditor\"]                    | 422 | invalid-input | /email",
                "\"roles\":[\"auditor\"]                                             | 422 | invalid-input | /email",
                "\"email\":\"a@example.org\",\"subject\":\"01a20ada-2c00-7457-a238-ead62763da43\",\"roles\":[\"auditor\"] | 422 | invalid-input | /email",
                "\"subject\":\"me\",\"roles\":[\"auditor\"]                          | 400 | wrong-type    | /subject",
                "\"email\":\"a@example.org\",\"roles\":[\"auditor\"],\"admin\":true  | 400 | unknown-field | /admin"
            })
    void namesTheFieldAtFault(String members, int status, String code, String pointer) {
        hana.post(PATH, "{" + members + "}").expectProblem(status, code, pointer);
    }

    private ApiAnswer invite(String email, String role) {
        return hana.post(PATH, invitation(email, role)).expect(201);
    }

    private static String invitation(String email, String role) {
        return """
        {"email": "%s", "givenName": "Kim", "familyName": "Example", "roles": ["%s"]}
        """
                .formatted(email, role);
    }

    private JsonNode activated(ApiAnswer invited) {
        return Eventually.get(
                () -> member(invited), found -> found.path("state").asString().equals("active"));
    }

    private JsonNode member(ApiAnswer invited) {
        return hana.get(PATH + "/" + invited.id()).expect(200).json();
    }

    private JsonNode memberWith(String email) {
        return Eventually.get(() -> memberOr(email), found -> found.hasNonNull("id"));
    }

    /** The member with this address, or an empty object. */
    private JsonNode memberOr(String email) {
        for (JsonNode item : hana.get(PATH + "?limit=200").expect(200).json().path("items")) {
            if (item.path("email").asString("").equals(email)) {
                return item;
            }
        }
        return tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }

    private static List<String> fieldNames(JsonNode object) {
        return new ArrayList<>(object.propertyNames());
    }
}
