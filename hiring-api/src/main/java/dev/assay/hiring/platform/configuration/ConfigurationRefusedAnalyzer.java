package dev.assay.hiring.platform.configuration;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Makes a page for the operator out of a refused configuration, instead of a stack trace. */
final class ConfigurationRefusedAnalyzer extends AbstractFailureAnalyzer<ConfigurationRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ConfigurationRefused refused) {
        String faults =
                refused.faults().stream()
                        .map(fault -> "  - " + fault)
                        .collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "Assay does not start with this configuration:\n\n" + faults,
                "Correct the settings above, in the environment, in a file or as arguments;"
                        + " docs/operate.md lists them all.",
                refused);
    }
}
