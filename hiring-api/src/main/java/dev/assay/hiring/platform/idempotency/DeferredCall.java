package dev.assay.hiring.platform.idempotency;

/**
 * A call whose key is claimed together with its deed.
 *
 * @param call everything that makes the call this call
 */
record DeferredCall(IdempotencyKey key, byte[] call) {}
