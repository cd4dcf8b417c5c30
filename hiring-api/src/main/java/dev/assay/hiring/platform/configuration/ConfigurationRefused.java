package dev.assay.hiring.platform.configuration;

import java.util.List;

/** This node must not start with the configuration it was given; says all that is wrong at once. */
final class ConfigurationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    ConfigurationRefused(List<String> faults) {
        super("the configuration is refused: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence each. Never shows a value: it may be a secret. */
    List<String> faults() {
        return faults;
    }
}
