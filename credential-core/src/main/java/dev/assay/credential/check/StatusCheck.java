package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.STATUS;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.source.StatusSource;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Revocation and suspension: every entry is asked about, and no answer is never "not revoked". */
final class StatusCheck {

    private StatusCheck() {}

    static Check of(JsonNode claims, Optional<String> issuerId, StatusSource source) {
        var entries = JsonTree.items(claims, "credentialStatus");
        if (entries.isEmpty()) {
            return Check.notApplicable(
                    STATUS, CheckCode.NOT_DECLARED, "The credential declares no status.");
        }
        var verdicts =
                entries.stream()
                        .map(entry -> verdict(source.statusOf(entry, issuerId.orElse(""))))
                        .toList();
        return Stream.of(CheckOutcome.FAILED, CheckOutcome.INDETERMINATE, CheckOutcome.PASSED)
                .flatMap(wanted -> verdicts.stream().filter(v -> v.outcome() == wanted))
                .findFirst()
                .orElseThrow();
    }

    private static Check verdict(StatusSource.Answer answer) {
        return switch (answer) {
            case StatusSource.Answer.Clear() ->
                    Check.passed(STATUS, "The credential is neither revoked nor suspended.");
            case StatusSource.Answer.Revoked(var detail) ->
                    Check.failed(STATUS, CheckCode.REVOKED, detail);
            case StatusSource.Answer.Suspended(var detail) ->
                    Check.failed(STATUS, CheckCode.SUSPENDED, detail);
            case StatusSource.Answer.Unavailable(var reason) ->
                    Check.indeterminate(
                            STATUS,
                            CheckCode.STATUS_NOT_CHECKED,
                            "Whether it was revoked could not be checked: " + reason + ".");
        };
    }
}
