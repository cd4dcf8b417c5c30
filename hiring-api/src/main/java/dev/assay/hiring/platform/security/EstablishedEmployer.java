package dev.assay.hiring.platform.security;

import java.util.Optional;

/**
 * An employer with the Keycloak organization it is bound to.
 *
 * @param organizationId Keycloak's id of it; empty as long as nobody has said
 */
public record EstablishedEmployer(Employer employer, Optional<String> organizationId) {}
