package dev.assay.hiring.platform.keycloak;

/**
 * Keycloak gave no usable answer: not there, overloaded, or it does not let our client do this.
 * Nothing is known of whether the call took effect. Carries no answer of Keycloak's, which may name
 * people.
 */
public final class KeycloakUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeycloakUnavailable(String what) {
        super("Keycloak: " + what);
    }
}
