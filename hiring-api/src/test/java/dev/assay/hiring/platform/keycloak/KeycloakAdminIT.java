package dev.assay.hiring.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.hiring.platform.local.SampleRealm;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.TestKeycloak;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Against a real Keycloak, with the roles that are documented and no more. */
class KeycloakAdminIT {

    private final KeycloakAdmin keycloak = admin(TestKeycloak.get().issuer());

    @Test
    void findsAPersonByAddressWhateverItsLetterCaseAndById() {
        Account rita = keycloak.byEmail("Rita@Harbor-Analytics.example").orElseThrow();

        assertThat(rita.subject()).hasToString(Person.RITA.subject());
        assertThat(rita.familyName()).isEqualTo("Lindqvist");
        assertThat(keycloak.bySubject(rita.subject())).contains(rita);
        assertThat(keycloak.canSignIn(rita.subject())).isTrue();
    }

    @Test
    void findsNobodyByHalfAnAddressOrAnUnknownId() {
        assertThat(keycloak.byEmail("rita@harbor-analytics")).isEmpty();
        assertThat(keycloak.byEmail("rita+x@harbor-analytics.example")).isEmpty();
        assertThat(keycloak.byEmail("*")).isEmpty();
        assertThat(keycloak.bySubject(UUID.randomUUID())).isEmpty();
    }

    @Test
    void makesAPersonOnceHoweverOftenItIsAsked() {
        var wanted = new NewAccount("kim+" + UUID.randomUUID() + "@example.org", "Kim", null);

        Account first = keycloak.create(wanted);
        Account again = keycloak.create(wanted);

        assertThat(again).isEqualTo(first);
        assertThat(first.email()).isEqualTo(wanted.email());
        assertThat(keycloak.canSignIn(first.subject())).isFalse();
    }

    @Test
    void aPasswordForOnceHasToBeChanged() {
        UUID kim = keycloak.create(newAccount()).subject();

        keycloak.setPasswordForOnce(kim, "a password for once");

        assertThat(keycloak.canSignIn(kim)).isTrue();
        assertThat(keycloak.bySubject(kim).orElseThrow().mustChoosePassword()).isTrue();
    }

    @Test
    void makesAnOrganizationOnceAndLetsPeopleJoinItOnce() {
        String alias = "org-" + UUID.randomUUID();

        String id = keycloak.organization(alias, "Organization " + alias, Optional.empty());
        assertThat(keycloak.organization(alias, "Another name", Optional.empty())).isEqualTo(id);

        UUID kim = keycloak.create(newAccount()).subject();
        keycloak.join(id, kim);
        keycloak.join(id, kim);
    }

    @Test
    void findsTheOrganizationsOfTheSample() {
        assertThat(keycloak.organization("cedar-health", "Cedar Health", Optional.empty()))
                .isEqualTo(SampleRealm.Organization.CEDAR_HEALTH.id().toString());
    }

    @Test
    void removesAClientOnceHoweverOftenItIsAsked() {
        String client = "partner-" + UUID.randomUUID();
        keycloak.partnerClient(client, "Board", "a secret of its own");
        assertThat(TestKeycloak.get().tokenOfClient(client, "a secret of its own")).isPresent();

        keycloak.removeClient(client);
        keycloak.removeClient(client);

        assertThat(TestKeycloak.get().tokenOfClient(client, "a secret of its own")).isEmpty();
    }

    @Test
    void saysThatKeycloakIsAwayWithoutSayingWhomWeAskedFor() {
        KeycloakAdmin away = KeycloakAway.admin();

        assertThatExceptionOfType(KeycloakUnavailable.class)
                .isThrownBy(() -> away.byEmail("kim@example.org"))
                .withMessageNotContaining("kim")
                .withNoCause();
    }

    @Test
    void refusesTheSampleSecretOutsideTheSample() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> admin(TestKeycloak.get().issuer(), new MockEnvironment()))
                .withMessageContaining("assay.identity.admin.client-secret");
    }

    private static NewAccount newAccount() {
        return new NewAccount(UUID.randomUUID() + "@example.org", "Kim", "Example");
    }

    private static KeycloakAdmin admin(URI issuer) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("sample");
        return admin(issuer, environment);
    }

    private static KeycloakAdmin admin(URI issuer, MockEnvironment environment) {
        return KeycloakAway.at(issuer, environment);
    }
}
