package dev.assay.hiring.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/**
 * Makes identifiers: UUIDv7 (RFC 9562, clause 5.7), so that keys grow with time and indexes stay
 * dense.
 */
public final class NewIds {

    private static final TimeBasedEpochRandomGenerator GENERATOR =
            Generators.timeBasedEpochRandomGenerator();

    private NewIds() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
