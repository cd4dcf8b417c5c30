package dev.assay.hiring.credentials;

import java.util.Optional;

/**
 * An issuer whose genuine credentials count nothing, because the employer's registry says nothing
 * of it.
 *
 * @param name what it calls itself; anybody may call himself anything
 * @param applications how many applications it concerns
 */
public record UnregisteredIssuer(String id, Optional<String> name, int applications) {

    static final int MOST = 50;
}
