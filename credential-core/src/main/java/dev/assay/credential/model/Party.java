package dev.assay.credential.model;

import java.util.Optional;

/** An issuer or creator as the credential names it. */
public record Party(String id, Optional<String> name) {}
