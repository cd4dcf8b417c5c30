package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.STATUS;

import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.source.StatusSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Revocation and suspension: every entry is asked about, and no answer is never "not revoked". */
final class StatusCheck {

    private static final int MAX_ENTRIES = 16;

    private StatusCheck() {}

    /**
     * The verdict.
     *
     * @param until when to ask again at the latest, where a list says so
     */
    record Finding(Check check, Optional<Instant> until) {

        private Finding(Check check) {
            this(check, Optional.empty());
        }
    }

    static Finding of(CredentialDocument document, StatusSource source) {
        return of(JsonTree.items(document.claims(), "credentialStatus"), document, source);
    }

    static Finding of(List<JsonNode> entries, CredentialDocument document, StatusSource source) {
        if (entries.isEmpty()) {
            return new Finding(
                    Check.notApplicable(
                            STATUS, CheckCode.NOT_DECLARED, "The credential declares no status."));
        }
        if (entries.size() > MAX_ENTRIES) {
            return new Finding(
                    Check.indeterminate(
                            STATUS,
                            CheckCode.STATUS_NOT_CHECKED,
                            "The credential declares more than " + MAX_ENTRIES + " statuses."));
        }
        var issuer = document.issuerId().orElse("");
        var id = JsonTree.text(document.claims(), "id");
        var findings =
                entries.stream()
                        .map(entry -> new StatusSource.Question(entry, issuer, id))
                        .map(question -> finding(source.statusOf(question)))
                        .toList();
        return new Finding(worst(findings), earliest(findings));
    }

    private static Check worst(List<Finding> findings) {
        return Stream.of(CheckOutcome.FAILED, CheckOutcome.INDETERMINATE, CheckOutcome.PASSED)
                .flatMap(wanted ->
                        findings.stream().map(Finding::check).filter(c -> c.outcome() == wanted))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Instant> earliest(List<Finding> findings) {
        return findings.stream().flatMap(f -> f.until().stream()).min(Instant::compareTo);
    }

    private static Finding finding(StatusSource.Answer answer) {
        return switch (answer) {
            case StatusSource.Answer.Clear(var until) ->
                    new Finding(
                            Check.passed(
                                    STATUS, "The credential is neither revoked nor suspended."),
                            until);
            case StatusSource.Answer.Revoked(var detail) ->
                    new Finding(Check.failed(STATUS, CheckCode.REVOKED, detail));
            case StatusSource.Answer.Suspended(var detail, var until) ->
                    new Finding(Check.failed(STATUS, CheckCode.SUSPENDED, detail), until);
            case StatusSource.Answer.Unavailable(var code, var reason) ->
                    new Finding(
                            Check.indeterminate(
                                    STATUS,
                                    code,
                                    "Whether it was revoked could not be checked: "
                                            + reason
                                            + "."));
        };
    }
}
