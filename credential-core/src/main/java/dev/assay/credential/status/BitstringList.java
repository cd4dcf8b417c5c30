package dev.assay.credential.status;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A bitstring list whose proof, key and dates are in order.
 *
 * @param id what the list calls itself, where it does
 * @param purposes what its bits mean
 * @param until when to look again, where the list says so
 */
record BitstringList(
        Optional<String> id,
        String issuerId,
        Set<String> purposes,
        Bitstring bits,
        Optional<Instant> until) {}
