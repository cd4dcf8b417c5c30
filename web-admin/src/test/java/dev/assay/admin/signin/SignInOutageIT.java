package dev.assay.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.ConsoleApplication;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console while there is no Keycloak to sign in at. */
@WithDatabase
class SignInOutageIT {

    private static final URI NOWHERE = URI.create("http://localhost:1/realms/assay");

    private static ApplicationUnderTest application;

    @BeforeAll
    static void start(TestDatabase database) {
        application =
                ApplicationUnderTest.start(
                        ConsoleApplication.class,
                        database,
                        NOWHERE,
                        "assay.console.sign-in.client-secret=one of its own");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aPageSaysThatNobodyCanSignInNowInsteadOfADeadAddress() {
        ApiAnswer signIn = get("/oauth2/authorization/keycloak").expect(302);
        String page = signIn.header("Location").orElseThrow();
        assertThat(page).endsWith("/console/sign-in-unavailable");

        ApiAnswer answer = get("/console/sign-in-unavailable").expect(503);

        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.text())
                .contains("Signing in is not possible right now")
                .contains("href=\"/console\"")
                .doesNotContain("Exception")
                .doesNotContain("localhost:1");
    }

    @Test
    void nobodyGetsInWithoutSigningIn() {
        ApiAnswer console = get("/console").expect(302);
        assertThat(console.header("Location").orElseThrow())
                .endsWith("/oauth2/authorization/keycloak");
        get("/console/jobs").expect(302);
        ApiClient.of(application).get("/v1/jobs").expect(401);
        ApiClient.of(application)
                .withToken("eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.eyJzdWIiOiJhIn0.YWJj")
                .get("/v1/jobs")
                .expectProblem(503, "unavailable");
    }

    @Test
    void comingBackFromASignInThatDiedOnTheWayEndsOnAPageToo() {
        ApiAnswer back = get("/login/oauth2/code/keycloak?code=gone&state=unknown").expect(302);

        assertThat(back.header("Location").orElseThrow()).endsWith("/console/sign-in-failed");
        assertThat(get("/console/sign-in-failed").expect(401).text())
                .contains("Signing in did not work");
    }

    private static ApiAnswer get(String path) {
        return ApiClient.of(application).get(path);
    }
}
