package dev.assay.hiring.credentials;

import dev.assay.credential.report.Check;
import dev.assay.credential.report.VerificationReport;
import java.util.List;
import java.util.Optional;

/**
 * What of a report outlives its person: which checks there were and what came of them. Everything
 * that quotes the document is left out, the wording of the checks with it.
 */
final class VerdictsAlone {

    private static final String NO_WORDING = "";

    private VerdictsAlone() {}

    static VerificationReport of(VerificationReport report) {
        List<Check> checks =
                report.checks().stream()
                        .map(check ->
                                new Check(check.name(), check.outcome(), check.code(), NO_WORDING))
                        .toList();
        return new VerificationReport(
                report.format(),
                Optional.empty(),
                checks,
                Optional.empty(),
                report.statusUntil(),
                Optional.empty());
    }
}
