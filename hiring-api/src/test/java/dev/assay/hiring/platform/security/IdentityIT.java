package dev.assay.hiring.platform.security;

import static dev.assay.hiring.platform.local.SampleRealm.Organization.CEDAR_HEALTH;
import static dev.assay.hiring.platform.local.SampleRealm.Organization.HARBOR_ANALYTICS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.TestKeycloak;
import dev.assay.hiring.testkit.WithApplication;
import org.junit.jupiter.api.Test;

/** Who may do what, with the tokens a real Keycloak gives out. */
@WithApplication
class IdentityIT {

    private static final String JOB =
            """
            {"title": "Data analyst", "description": "Reads figures."}
            """;
    private static final String ISSUER =
            """
            {"ids": ["https://school.example/%s"], "name": "A school", "tier": "trusted"}
            """;

    private final ApiClient api;

    IdentityIT(ApiClient api) {
        this.api = api;
    }

    @Test
    void wantsAToken() {
        api.get("/v1/jobs").expectProblem(401, "unauthorized");
        assertThat(api.get("/v1/jobs").header("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void letsARecruiterWorkAtTheirEmployer() {
        api.as(Person.RITA).post("/v1/jobs", JOB).expect(201);
    }

    @Test
    void letsNobodyInWhoseTokenNamesNoOrganization() {
        api.withToken(TestKeycloak.get().tokenOf(Person.RITA, "openid"))
                .get("/v1/jobs")
                .expectProblem(403, "forbidden");
    }

    @Test
    void letsAPartnersServiceAccountDoNothingHere() {
        ApiClient partner = api.withToken(TestKeycloak.get().partnerToken());

        partner.get("/v1/jobs").expectProblem(403, "forbidden");
        partner.at(HARBOR_ANALYTICS).post("/v1/jobs", JOB).expectProblem(403, "forbidden");
    }

    @Test
    void asksWhoeverIsInSeveralEmployersWhichOneTheyMean() {
        var answer = api.as(Person.SAM).get("/v1/jobs").expectProblem(400, "employer-required");

        assertThat(answer.json().path("detail").asString())
                .contains("Assay-Employer", HARBOR_ANALYTICS.alias(), CEDAR_HEALTH.alias());
    }

    @Test
    void servesTheEmployerThatTheHeaderNames() {
        String job = api.as(Person.SAM).at(CEDAR_HEALTH).post("/v1/jobs", JOB).expect(201).id();

        api.as(Person.OMAR).get("/v1/jobs/" + job).expect(200);
        api.as(Person.SAM)
                .at(HARBOR_ANALYTICS)
                .get("/v1/jobs/" + job)
                .expectProblem(404, "not-found");
    }

    @Test
    void refusesAnEmployerTheCallerIsNotIn() {
        api.as(Person.RITA).at(CEDAR_HEALTH).get("/v1/jobs").expectProblem(403, "forbidden");
        api.as(Person.RITA)
                .with("Assay-Employer", "no-such-employer")
                .get("/v1/jobs")
                .expectProblem(403, "forbidden");
    }

    @Test
    void letsAnAuditorReadAndChangeNothing() {
        ApiClient ada = api.as(Person.ADA);

        ada.get("/v1/jobs").expect(200);
        ada.get("/v1/issuers").expect(200);
        ada.post("/v1/jobs", JOB).expectProblem(403, "forbidden");
        ada.post("/v1/issuers", ISSUER.formatted("a")).expectProblem(403, "forbidden");
    }

    @Test
    void keepsTheRegistryOfIssuersForTheHrAdmin() {
        var refusal =
                api.as(Person.RITA)
                        .post("/v1/issuers", ISSUER.formatted("b"))
                        .expectProblem(403, "forbidden");
        assertThat(refusal.json().path("detail").asString()).contains("hr-admin");

        api.as(Person.RITA).get("/v1/issuers").expect(200);
        api.as(Person.HANA).post("/v1/issuers", ISSUER.formatted("b")).expect(201);
    }

    @Test
    void tellsWhoMayNotBeforeItReadsTheBody() {
        api.as(Person.ADA).post("/v1/jobs", "{").expectProblem(403, "forbidden");
    }
}
