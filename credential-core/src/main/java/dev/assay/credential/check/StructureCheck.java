package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.STRUCTURE;

import dev.assay.credential.format.AssociationReader;
import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.json.Timestamp;
import dev.assay.credential.jsonld.Iri;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CredentialFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The shape the data model asks for (VC 1.1 §4, VC 2.0 §4, Open Badges 3.0 §B), as far as other
 * checks and the score rely on it. Other properties are left to schemas.
 */
final class StructureCheck {

    private static final List<String> DATES =
            List.of("validFrom", "validUntil", "issuanceDate", "expirationDate");

    private final CredentialDocument document;
    private final JsonNode claims;

    private StructureCheck(CredentialDocument document) {
        this.document = document;
        this.claims = document.claims();
    }

    static Check of(CredentialDocument document) {
        var check = new StructureCheck(document);
        return check.issuer()
                .or(check::dates)
                .or(check::id)
                .or(check::subject)
                .or(check::badge)
                .or(check::transcript)
                .or(check::wrapper)
                .orElseGet(() -> Check.passed(STRUCTURE, "All parts are where they should be."));
    }

    private Optional<Check> issuer() {
        var id = document.issuerId();
        if (id.isEmpty()) {
            return missing("issuer");
        }
        return Iri.isAbsolute(id.get()) ? Optional.empty() : malformed("issuer");
    }

    private Optional<Check> id() {
        if (!claims.has("id")) {
            return Optional.empty();
        }
        return JsonTree.text(claims, "id").filter(Iri::isAbsolute).isPresent()
                ? Optional.empty()
                : malformed("id");
    }

    private Optional<Check> dates() {
        for (var date : DATES) {
            if (!JsonTree.declares(claims, date)) {
                continue;
            }
            if (JsonTree.text(claims, date).flatMap(Timestamp::parse).isEmpty()) {
                return Optional.of(
                        Check.failed(
                                STRUCTURE,
                                CheckCode.MALFORMED_DATE,
                                "\"" + date + "\" is not a date and time with a time zone."));
            }
        }
        boolean first = JsonTree.texts(claims, "@context").contains(ContextCheck.VC_1);
        if (first) {
            return claims.has("issuanceDate") ? Optional.empty() : missing("issuanceDate");
        }
        boolean needsStart =
                document.format() == CredentialFormat.OPEN_BADGES_3
                        || document.format() == CredentialFormat.CLR_2;
        return needsStart && !claims.has("validFrom") ? missing("validFrom") : Optional.empty();
    }

    private Optional<Check> subject() {
        if (!JsonTree.declares(claims, "credentialSubject")) {
            return missing("credentialSubject");
        }
        return document.subject().isPresent() ? Optional.empty() : malformed("credentialSubject");
    }

    private Optional<Check> badge() {
        if (document.format() != CredentialFormat.OPEN_BADGES_3) {
            return Optional.empty();
        }
        var subject = document.subject().orElse(claims);
        if (!JsonTree.hasType(subject, "AchievementSubject")) {
            return malformed("credentialSubject.type");
        }
        if (!JsonTree.declares(subject, "id") && !JsonTree.declares(subject, "identifier")) {
            return missing("credentialSubject.id or identifier");
        }
        if (!JsonTree.declares(subject, "achievement")) {
            return missing("credentialSubject.achievement");
        }
        return document.achievement()
                .map(StructureCheck::achievement)
                .orElseGet(() -> malformed("credentialSubject.achievement"));
    }

    /** CLR 2.0: a subject with credentials of its own, and how their achievements hang together. */
    private Optional<Check> transcript() {
        if (document.format() != CredentialFormat.CLR_2) {
            return Optional.empty();
        }
        var subject = document.subject().orElse(claims);
        if (!JsonTree.hasType(claims, "VerifiableCredential")) {
            return malformed("type");
        }
        if (!JsonTree.hasType(subject, "ClrSubject")) {
            return malformed("credentialSubject.type");
        }
        if (!JsonTree.declares(subject, "verifiableCredential")) {
            return missing("credentialSubject.verifiableCredential");
        }
        boolean odd =
                JsonTree.items(subject, "association").stream()
                        .anyMatch(a -> AssociationReader.read(a).isEmpty());
        return odd ? malformed("credentialSubject.association") : Optional.empty();
    }

    /** HR Open LER-RS: a credential around a résumé. */
    private Optional<Check> wrapper() {
        return document.format() == CredentialFormat.LER_RS
                        && !JsonTree.hasType(claims, "VerifiableCredential")
                ? malformed("type")
                : Optional.empty();
    }

    private static Optional<Check> achievement(JsonNode achievement) {
        if (!JsonTree.hasType(achievement, "Achievement")) {
            return malformed("achievement.type");
        }
        for (var property : List.of("id", "name", "description", "criteria")) {
            if (!JsonTree.declares(achievement, property)) {
                return missing("achievement." + property);
            }
        }
        boolean oddCreator =
                JsonTree.declares(achievement, "creator")
                        && JsonTree.id(achievement.path("creator")).isEmpty();
        return oddCreator ? malformed("achievement.creator") : Optional.empty();
    }

    private static Optional<Check> missing(String property) {
        return Optional.of(
                Check.failed(
                        STRUCTURE, CheckCode.MISSING_PROPERTY, "\"" + property + "\" is missing."));
    }

    private static Optional<Check> malformed(String property) {
        return Optional.of(
                Check.failed(
                        STRUCTURE,
                        CheckCode.MALFORMED_PROPERTY,
                        "\"" + property + "\" is not as it should be."));
    }
}
