package dev.assay.hiring.credentials;

import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.shared.ApplicationId;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as audit rows tell it: codes only. */
final class Findings {

    private Findings() {}

    static Map<String, Object> of(ApplicationId application, VerificationReport report) {
        return Map.of(
                "application",
                application.toString(),
                "outcome",
                report.outcome().wireName(),
                "failed",
                report.checks().stream()
                        .filter(check -> check.code().ignoreReason().isPresent())
                        .map(check -> check.code().wireName())
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }
}
