package dev.assay.hiring.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.SampleMembers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which tokens are believed; signed here, because no Keycloak gives out the bad ones. */
@WithDatabase
class TokenRulesIT {

    private static final UUID RITA = UUID.fromString(Person.RITA.subject());
    private static final String HARBOR = Organization.HARBOR_ANALYTICS.alias();

    private static FakeRealm realm;
    private static ApplicationUnderTest application;

    @BeforeAll
    static void start(TestDatabase database) {
        realm = new FakeRealm();
        application = ApplicationUnderTest.start(HiringApplication.class, database, realm.issuer());
        SampleMembers.admit(application);
    }

    @AfterAll
    static void stop() {
        application.close();
        realm.close();
    }

    @Test
    void believesAGoodTokenWithTheOrganizationsInAnyForm() {
        List<Object> forms =
                List.of(
                        List.of(HARBOR),
                        Map.of(HARBOR, Map.of()),
                        Map.of(HARBOR, Map.of("id", Organization.HARBOR_ANALYTICS.id().toString())),
                        List.of(Map.of(HARBOR, Map.of())));

        assertThat(forms)
                .allSatisfy(form ->
                        with(realm.signed(good().claim("organization", form).build())).expect(200));
    }

    @Test
    void goesByTheOrganizationsIdAndNotByAnAliasThatWasReused() {
        var other = Map.of(HARBOR, Map.of("id", UUID.randomUUID().toString()));

        with(realm.signed(good().claim("organization", other).build()))
                .expectProblem(403, "forbidden");
    }

    @Test
    void refusesATokenWithoutOrganizations() {
        with(realm.signed(good().claim("organization", null).build()))
                .expectProblem(403, "forbidden");
    }

    @Test
    void refusesAnExpiredToken() {
        refuse(realm.signed(old().expirationTime(inSeconds(-31)).build()));
    }

    @Test
    void allowsForTheClocksToDifferALittle() {
        with(realm.signed(old().expirationTime(inSeconds(-10)).build())).expect(200);
    }

    @Test
    void refusesATokenThatIsNotYetValid() {
        refuse(realm.signed(good().notBeforeTime(inSeconds(60)).build()));
    }

    @Test
    void refusesATokenThatNeverExpires() {
        refuse(realm.signed(good().expirationTime(null).build()));
    }

    @Test
    void refusesATokenForAnotherApi() {
        refuse(realm.signed(good().audience("another-api").build()));
        refuse(realm.signed(good().audience((String) null).build()));
    }

    @Test
    void refusesATokenOfAnotherRealm() {
        refuse(realm.signed(good().issuer("https://login.example/realms/assay").build()));
    }

    @Test
    void refusesATokenSignedByAStranger() {
        refuse(realm.forged(good().build()));
    }

    @Test
    void refusesATokenThatIsNotSigned() {
        refuse(new PlainJWT(good().build()).serialize());
    }

    @Test
    void refusesATokenThatTakesThePublicKeyForASecret() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(realm.keyId()).build();
        var token = new SignedJWT(header, good().build());
        token.sign(new MACSigner(realm.publicKey()));

        refuse(token.serialize());
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        refuse("abc");
        refuse("a.b.c");
    }

    @Test
    void refusesATokenWhoseSubjectIsNoUser() {
        with(realm.signed(good().subject("nobody").build())).expectProblem(403, "forbidden");
    }

    @Test
    void goesOnWithTheKeysItKnowsWhileTheRealmIsAway(TestDatabase database) {
        var going = new FakeRealm();
        try (var node =
                ApplicationUnderTest.start(HiringApplication.class, database, going.issuer())) {
            String token =
                    going.signed(
                            going.claims(RITA, Instant.now())
                                    .claim("organization", List.of(HARBOR))
                                    .build());
            ApiClient rita = ApiClient.of(node).withToken(token);
            rita.get("/v1/jobs").expect(200);

            going.close();

            rita.get("/v1/jobs").expect(200);
        }
    }

    @Test
    void saysSoWhenItCannotCheckATokenAtAll(TestDatabase database) {
        var gone = new FakeRealm();
        gone.close();
        try (var node =
                ApplicationUnderTest.start(HiringApplication.class, database, gone.issuer())) {
            String token = gone.signed(gone.claims(RITA, Instant.now()).build());

            ApiAnswer answer =
                    ApiClient.of(node)
                            .withToken(token)
                            .get("/v1/jobs")
                            .expectProblem(503, "unavailable");

            assertThat(answer.header("Retry-After")).isPresent();
        }
    }

    private static void refuse(String token) {
        ApiAnswer answer = with(token).expectProblem(401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(answer.text()).doesNotContain(token);
    }

    private static ApiAnswer with(String token) {
        return ApiClient.of(application).withToken(token).get("/v1/jobs");
    }

    private static JWTClaimsSet.Builder good() {
        return realm.claims(RITA, Instant.now()).claim("organization", List.of(HARBOR));
    }

    private static JWTClaimsSet.Builder old() {
        return good().issueTime(inSeconds(-900));
    }

    private static Date inSeconds(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
