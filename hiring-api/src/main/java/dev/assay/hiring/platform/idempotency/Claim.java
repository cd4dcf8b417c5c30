package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.shared.Actor;
import java.util.UUID;

/**
 * The right to do what was asked under a key, for as long as nobody takes it over.
 *
 * @param keyDigest which of the actor's keys
 * @param id the fencing token: the one who takes over puts another in
 */
record Claim(Actor actor, byte[] keyDigest, UUID id) {}
