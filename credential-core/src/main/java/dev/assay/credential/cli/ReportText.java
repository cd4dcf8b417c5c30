package dev.assay.credential.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.credential.model.Learning;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.VerificationReport;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reports as text for people, or as JSON in the shape of the API. */
final class ReportText {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                    .build();

    private ReportText() {}

    static String table(List<FileReport> reports) {
        var text = new StringBuilder();
        for (var report : reports) {
            switch (report) {
                case FileReport.Unreadable(var file, var reason) ->
                        text.append(printable(file)).append(": cannot be read: ").append(reason);
                case FileReport.Checked(var file, var checked) -> table(text, file, checked);
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static void table(StringBuilder text, String file, VerificationReport report) {
        text.append(printable(file))
                .append(": ")
                .append(report.outcome().wireName())
                .append(" (")
                .append(report.format().wireName())
                .append(")")
                .append(System.lineSeparator());
        report.credential()
                .ifPresent(c ->
                        text.append("  claims: ")
                                .append(printable(c.name().orElse("unnamed")))
                                .append(", by ")
                                .append(printable(c.issuer().name().orElse("unnamed")))
                                .append(", ")
                                .append(printable(c.issuer().id()))
                                .append(System.lineSeparator()));
        report.checks().forEach(check -> text.append(row(check)));
        report.parts().forEach(part -> table(text, file + "#" + part.pointer(), part.report()));
    }

    private static String row(Check check) {
        return String.format(
                "  %-21s %-14s %-27s %s%n",
                check.name().wireName(),
                check.outcome().wireName(),
                check.code().wireName(),
                printable(check.detail()));
    }

    /** A credential must not be able to move the cursor or recolour the verdict. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
    }

    static String json(List<FileReport> reports) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var report : reports) {
            var node = list.addObject().put("file", report.file());
            switch (report) {
                case FileReport.Unreadable(_, var reason) -> node.put("unreadable", reason);
                case FileReport.Checked(_, var checked) -> fill(node, checked);
            }
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(list)
                + System.lineSeparator();
    }

    private static void fill(ObjectNode node, VerificationReport report) {
        node.put("outcome", report.outcome().wireName());
        node.put("format", report.format().wireName());
        report.proof()
                .ifPresent(proof -> {
                    var described = node.putObject("proof").put("type", proof.type());
                    proof.cryptosuite().ifPresent(s -> described.put("cryptosuite", s));
                    proof.verificationMethod()
                            .ifPresent(m -> described.put("verificationMethod", m));
                });
        var checks = node.putArray("checks");
        report.checks()
                .forEach(check ->
                        checks.addObject()
                                .put("name", check.name().wireName())
                                .put("outcome", check.outcome().wireName())
                                .put("code", check.code().wireName())
                                .put("detail", check.detail()));
        report.credential()
                .ifPresent(claimed -> {
                    var credential = node.putObject("credential");
                    claimed.id().ifPresent(id -> credential.put("id", id));
                    claimed.name().ifPresent(name -> credential.put("name", name));
                    var issuer = credential.putObject("issuer").put("id", claimed.issuer().id());
                    claimed.issuer().name().ifPresent(name -> issuer.put("name", name));
                    claimed.validFrom().ifPresent(at -> credential.put("validFrom", at.toString()));
                    claimed.validUntil()
                            .ifPresent(at -> credential.put("validUntil", at.toString()));
                    claimed.achievement()
                            .ifPresent(a -> credential.set("achievement", MAPPER.valueToTree(a)));
                    credential.set("alignments", MAPPER.valueToTree(claimed.alignments()));
                    credential.set("results", MAPPER.valueToTree(claimed.results()));
                    claimed.credits()
                            .ifPresent(c -> credential.set("credits", MAPPER.valueToTree(c)));
                    claimed.learning().ifPresent(learning -> fill(credential, learning));
                });
        var parts = node.putArray("parts");
        for (var part : report.parts()) {
            var inner = parts.addObject();
            inner.put("role", part.role().wireName()).put("pointer", part.pointer());
            fill(inner.putObject("verification"), part.report());
        }
    }

    private static void fill(ObjectNode credential, Learning learning) {
        learning.eqf().ifPresent(level -> credential.put("eqfLevel", level.value()));
        var elements = credential.putObject("euElements");
        var stated = elements.putArray("stated");
        learning.elements().stated().stream().sorted().forEach(e -> stated.add(e.wireName()));
        elements.put("completeness", learning.elements().completeness());
    }
}
