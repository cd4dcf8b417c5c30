package dev.assay.hiring.platform.keycloak;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user of the realm.
 *
 * @param mustChoosePassword they have to choose a password at their next sign-in
 */
public record Account(
        UUID subject,
        @Nullable String email,
        @Nullable String givenName,
        @Nullable String familyName,
        boolean mustChoosePassword) {

    /** Without names and address. */
    @Override
    public String toString() {
        return "Account[" + subject + "]";
    }
}
