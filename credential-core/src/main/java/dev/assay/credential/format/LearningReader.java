package dev.assay.credential.format;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.model.Association;
import dev.assay.credential.model.EqfLevel;
import dev.assay.credential.model.EuElement;
import dev.assay.credential.model.EuElements;
import dev.assay.credential.model.Learning;
import dev.assay.credential.report.CredentialFormat;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads the level and the elements of an EU micro-credential: from an Open Badge's own terms and
 * from its alignments with the EU's controlled vocabularies, or from the claims of the EU wallets'
 * learning credential. Only what is stated counts; nothing is guessed from words.
 */
final class LearningReader {

    private static final Pattern EQF_ADDRESS =
            Pattern.compile("https?://data\\.europa\\.eu/snb/eqf/(?:level-)?([1-8])");
    private static final Pattern EQF_FRAMEWORK =
            Pattern.compile("EQF|European Qualifications Framework.*");
    private static final Pattern EQF_CODE = Pattern.compile("(?:(?:EQF|Level|EQF level) )?([1-8])");
    private static final Pattern VOCABULARY =
            Pattern.compile("https?://data\\.europa\\.eu/snb/([a-z-]+)/.+");
    private static final Map<String, EuElement> VOCABULARIES =
            Map.of(
                    "assessment", EuElement.ASSESSMENT,
                    "learning-assessment", EuElement.PARTICIPATION,
                    "supervision-verification", EuElement.SUPERVISION,
                    "accreditation", EuElement.QUALITY_ASSURANCE);
    private static final Map<EuElement, List<String>> CLAIMS =
            Map.ofEntries(
                    Map.entry(
                            EuElement.LEARNER,
                            List.of("learner_identification", "family_name", "given_name", "sub")),
                    Map.entry(EuElement.TITLE, List.of("achievement_title", "title")),
                    Map.entry(EuElement.ISSUER_COUNTRY, List.of("issuing_country")),
                    Map.entry(EuElement.AWARDING_BODY, List.of("issuing_authority")),
                    Map.entry(EuElement.ISSUE_DATE, List.of("date_of_issuance", "iat", "nbf")),
                    Map.entry(EuElement.LEARNING_OUTCOMES, List.of("learning_outcomes")),
                    Map.entry(EuElement.WORKLOAD, List.of("expected_study_time")),
                    Map.entry(EuElement.LEVEL, List.of("level_of_learning_experience")),
                    Map.entry(EuElement.PARTICIPATION, List.of("form_of_participation")),
                    Map.entry(EuElement.QUALITY_ASSURANCE, List.of("types_of_quality_assurance")),
                    Map.entry(EuElement.PREREQUISITES, List.of("prerequisites_to_enroll")),
                    Map.entry(EuElement.SUPERVISION, List.of("evaluator_verification")),
                    Map.entry(EuElement.GRADE, List.of("assessment_grade")),
                    Map.entry(EuElement.STACKABILITY, List.of("integration_stackability_options")),
                    Map.entry(EuElement.FURTHER_INFORMATION, List.of("achievement_description")));

    private LearningReader() {}

    static Learning read(CredentialDocument document) {
        var token = document.tokenClaims();
        if (document.format() == CredentialFormat.SD_JWT_VC && token.isPresent()) {
            var level = token.get().path("level_of_learning_experience");
            var eqf =
                    level.isString() || level.isIntegralNumber()
                            ? code(level.asString())
                            : Optional.<EqfLevel>empty();
            return new Learning(eqf, new EuElements(claimed(token.get())), List.of());
        }
        return document.format() == CredentialFormat.CLR_2
                ? new Learning(Optional.empty(), new EuElements(Set.of()), associations(document))
                : badge(document);
    }

    private static Set<EuElement> claimed(JsonNode token) {
        return CLAIMS.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(c -> JsonTree.declares(token, c)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<Association> associations(CredentialDocument document) {
        return document.subject().stream()
                .flatMap(subject -> JsonTree.items(subject, "association").stream())
                .flatMap(node -> AssociationReader.read(node).stream())
                .toList();
    }

    private static Learning badge(CredentialDocument document) {
        var achievement = document.achievement();
        if (achievement.isEmpty()) {
            return new Learning(Optional.empty(), new EuElements(Set.of()), List.of());
        }
        var subject = document.subject().orElseThrow();
        var stated = stated(document.claims(), subject, achievement.get());
        var levels = new HashSet<EqfLevel>();
        aligned(achievement.get(), levels, stated);
        for (var result : JsonTree.items(subject, "result")) {
            aligned(result, levels, stated);
        }
        var eqf =
                levels.size() == 1
                        ? Optional.of(levels.iterator().next())
                        : Optional.<EqfLevel>empty();
        if (eqf.isPresent()) {
            stated.add(EuElement.LEVEL);
        }
        return new Learning(eqf, new EuElements(stated), List.of());
    }

    /** What the alignments of a node say: a level, an element, or what was learnt. */
    private static void aligned(JsonNode node, Set<EqfLevel> levels, Set<EuElement> stated) {
        for (var alignment : JsonTree.items(node, "alignment")) {
            var level = level(alignment);
            var element = vocabulary(alignment);
            level.ifPresent(levels::add);
            element.ifPresent(stated::add);
            if (level.isEmpty() && element.isEmpty()) {
                stated.add(EuElement.LEARNING_OUTCOMES);
            }
        }
    }

    private static Set<EuElement> stated(JsonNode claims, JsonNode subject, JsonNode achievement) {
        var issuer = claims.path("issuer");
        var address = issuer.path("address");
        var stated = EnumSet.noneOf(EuElement.class);
        add(stated, EuElement.LEARNER, declaresAny(subject, "id", "identifier"));
        add(stated, EuElement.TITLE, declaresAny(achievement, "name"));
        add(
                stated,
                EuElement.ISSUER_COUNTRY,
                declaresAny(address, "addressCountry", "addressCountryCode", "addressRegion"));
        add(stated, EuElement.AWARDING_BODY, declaresAny(issuer, "name"));
        add(
                stated,
                EuElement.ISSUE_DATE,
                declaresAny(claims, "validFrom", "issuanceDate", "awardedDate"));
        add(stated, EuElement.LEARNING_OUTCOMES, declaresAny(achievement, "resultDescription"));
        add(
                stated,
                EuElement.WORKLOAD,
                achievement.path("creditsAvailable").isNumber()
                        || subject.path("creditsEarned").isNumber());
        add(
                stated,
                EuElement.QUALITY_ASSURANCE,
                declaresAny(achievement, "endorsement", "endorsementJwt")
                        || declaresAny(issuer, "endorsement", "endorsementJwt"));
        add(stated, EuElement.GRADE, declaresAny(subject, "result"));
        add(stated, EuElement.FURTHER_INFORMATION, declaresAny(achievement, "description"));
        return stated;
    }

    private static void add(Set<EuElement> stated, EuElement element, boolean is) {
        if (is) {
            stated.add(element);
        }
    }

    private static boolean declaresAny(JsonNode node, String... properties) {
        for (var property : properties) {
            if (JsonTree.declares(node, property)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<EuElement> vocabulary(JsonNode alignment) {
        return JsonTree.text(alignment, "targetUrl")
                .filter(LearningReader::isOfTheEu)
                .map(VOCABULARY::matcher)
                .filter(m -> m.matches())
                .flatMap(m -> Optional.ofNullable(VOCABULARIES.get(m.group(1))));
    }

    /** What all those addresses have in common; spares most of them the pattern. */
    private static boolean isOfTheEu(String address) {
        return address.startsWith("http") && address.contains("://data.europa.eu/snb/");
    }

    private static Optional<EqfLevel> level(JsonNode alignment) {
        var byAddress =
                JsonTree.text(alignment, "targetUrl")
                        .filter(LearningReader::isOfTheEu)
                        .map(EQF_ADDRESS::matcher)
                        .filter(m -> m.matches())
                        .map(m -> new EqfLevel(Integer.parseInt(m.group(1))));
        boolean named =
                JsonTree.text(alignment, "targetFramework")
                        .filter(f -> f.startsWith("E") && EQF_FRAMEWORK.matcher(f).matches())
                        .isPresent();
        return byAddress.or(() ->
                named
                        ? JsonTree.text(alignment, "targetCode").flatMap(LearningReader::code)
                        : Optional.empty());
    }

    private static Optional<EqfLevel> code(String code) {
        var match = EQF_CODE.matcher(code.strip());
        return match.matches()
                ? Optional.of(new EqfLevel(Integer.parseInt(match.group(1))))
                : Optional.empty();
    }
}
