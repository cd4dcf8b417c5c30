package dev.assay.hiring.platform.keycloak;

import org.jspecify.annotations.Nullable;

/** A user to be made; the address is their user name too. */
public record NewAccount(String email, @Nullable String givenName, @Nullable String familyName) {

    /** Without names and address. */
    @Override
    public String toString() {
        return "NewAccount[]";
    }
}
