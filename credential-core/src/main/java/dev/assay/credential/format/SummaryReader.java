package dev.assay.credential.format;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.Alignment;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Credits;
import dev.assay.credential.model.Party;
import dev.assay.credential.model.Result;
import dev.assay.credential.skill.SkillClaims;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a credential claims, from the part its proof covers and nowhere else. */
public final class SummaryReader {

    private SummaryReader() {}

    /** Empty when the credential does not even name an issuer. */
    public static Optional<CredentialSummary> read(CredentialDocument document) {
        return read(document, ValidityPeriod.of(document));
    }

    /** The same for somebody who has worked out the period already. */
    public static Optional<CredentialSummary> read(
            CredentialDocument document, ValidityPeriod period) {
        return party(document.claims().path("issuer"))
                .map(issuer -> summary(document, issuer, period));
    }

    private static CredentialSummary summary(
            CredentialDocument document, Party issuer, ValidityPeriod period) {
        var subject = document.subject().filter(_ -> !document.isCollection());
        var achievement = document.achievement();
        return new CredentialSummary(
                JsonTree.text(document.claims(), "id"),
                name(document.claims()).or(() -> achievement.flatMap(SummaryReader::name)),
                issuer,
                document.subject().flatMap(JsonTree::id),
                period.from(),
                period.until(),
                achievement.flatMap(SummaryReader::achievement),
                achievement.map(SummaryReader::alignments).orElse(List.of()),
                subject.map(SummaryReader::results).orElse(List.of()),
                subject.flatMap(SummaryReader::credits),
                subject.map(SkillClaims::of).orElse(List.of()),
                Optional.of(LearningReader.read(document)));
    }

    private static Optional<Party> party(JsonNode node) {
        return JsonTree.id(node).map(id -> new Party(id, name(node)));
    }

    /** A name as plain text, or the text of a name that states its language. */
    private static Optional<String> name(JsonNode node) {
        return JsonTree.text(node, "name").or(() -> JsonTree.text(node.path("name"), "@value"));
    }

    private static Optional<Achievement> achievement(JsonNode node) {
        return JsonTree.text(node, "id")
                .flatMap(id -> name(node).map(name -> achievement(node, id, name)));
    }

    private static Achievement achievement(JsonNode node, String id, String name) {
        var criteria = node.path("criteria");
        return new Achievement(
                id,
                name,
                JsonTree.text(node, "description"),
                JsonTree.text(criteria, "narrative").or(() -> JsonTree.id(criteria)),
                party(node.path("creator")),
                JsonTree.id(node.path("image")));
    }

    private static List<Alignment> alignments(JsonNode achievement) {
        var alignments = new ArrayList<Alignment>();
        for (var node : JsonTree.items(achievement, "alignment")) {
            alignment(node).ifPresent(alignments::add);
        }
        return alignments;
    }

    private static Optional<Alignment> alignment(JsonNode node) {
        return JsonTree.text(node, "targetUrl")
                .map(url ->
                        new Alignment(
                                JsonTree.text(node, "targetName").orElse(url),
                                url,
                                JsonTree.text(node, "targetFramework"),
                                JsonTree.text(node, "targetCode"),
                                JsonTree.text(node, "targetType")));
    }

    private static List<Result> results(JsonNode subject) {
        var descriptions = JsonTree.items(subject.path("achievement"), "resultDescription");
        var results = new ArrayList<Result>();
        for (var node : JsonTree.items(subject, "result")) {
            results.add(result(node, descriptions));
        }
        return results;
    }

    private static Result result(JsonNode result, List<JsonNode> descriptions) {
        var description = byId(descriptions, JsonTree.id(result.path("resultDescription")));
        var level =
                description.flatMap(d ->
                        byId(
                                JsonTree.items(d, "rubricCriterionLevel"),
                                JsonTree.id(result.path("achievedLevel"))));
        return new Result(
                description.flatMap(SummaryReader::name),
                JsonTree.text(result, "value"),
                level.flatMap(l -> name(l).or(() -> JsonTree.text(l, "level"))),
                JsonTree.text(result, "status"));
    }

    private static Optional<JsonNode> byId(List<JsonNode> nodes, Optional<String> id) {
        if (id.isPresent()) {
            for (var node : nodes) {
                if (JsonTree.text(node, "id").equals(id)) {
                    return Optional.of(node);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Credits> credits(JsonNode subject) {
        var available = number(subject.path("achievement").path("creditsAvailable"));
        var earned = number(subject.path("creditsEarned"));
        return available.isPresent() || earned.isPresent()
                ? Optional.of(new Credits(available, earned))
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }
}
