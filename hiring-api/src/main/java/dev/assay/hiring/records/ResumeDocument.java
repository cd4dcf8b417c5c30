package dev.assay.hiring.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Party;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.skill.SkillClaim;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.credentials.SubmittedDocument;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes records as HR Open LER-RS 4.5, a credential (VC Data Model 1.1) around a résumé, before
 * they are signed. Proven credentials are certifications of the résumé, each with the credential
 * itself as its verification, as far as the format takes it; what verifying every credential found,
 * proven or not, is the wrapper's {@code evidence} (VC Data Model 1.1 §5.6).
 */
record ResumeDocument(String issuer, UUID id, Instant issuedAt) {

    /** More than that inside one document, and verifiers give up, ours among them. */
    static final int MOST_INSIDE = 60;

    /** So much an application may be; a record is no larger. */
    static final int MOST_BYTES_INSIDE = 8 * 1024 * 1024;

    private static final String SCHEMAS = "http://schema.hropenstandards.org/4.5/recruiting/json/";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    // Digits as they were signed.
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    ObjectNode unsigned(Candidate candidate, List<RecordedCredential> credentials) {
        ObjectNode record = JSON.createObjectNode();
        record.putArray("@context")
                .add("https://www.w3.org/2018/credentials/v1")
                .add(SCHEMAS + "VerifiableCredentialLER-RSType.json");
        record.put("id", "urn:uuid:" + id);
        record.putArray("type").add("VerifiableCredential").add("LER-RS VC");
        record.put("issuer", issuer).put("issuanceDate", time(issuedAt));
        List<RecordedCredential> proven =
                credentials.stream().filter(one -> one.objection(issuedAt).isEmpty()).toList();
        ObjectNode resume = record.putObject("credentialSubject");
        resume.put("type", SCHEMAS + "LER-RSType.json");
        resume.putObject("documentId").put("value", id.toString()).put("schemeId", "assay");
        person(resume, candidate);
        certifications(resume.putArray("certifications"), proven);
        skills(resume.putArray("skills"), proven);
        ArrayNode evidence = record.putArray("evidence");
        credentials.forEach(one -> evidence.add(verification(one)));
        return record;
    }

    private static void person(ObjectNode resume, Candidate candidate) {
        ObjectNode name = resume.putObject("person").putObject("name");
        name.put("formattedName", candidate.fullName()).put("given", candidate.givenName());
        if (!candidate.familyName().isBlank()) {
            name.put("family", candidate.familyName());
        }
        ObjectNode communication = resume.putObject("communication");
        communication.putArray("email").addObject().put("address", candidate.email().address());
        if (candidate.phone() != null) {
            communication.putArray("phone").addObject().put("formattedNumber", candidate.phone());
        }
    }

    private static void certifications(ArrayNode list, List<RecordedCredential> proven) {
        int inside = 0;
        int bytes = 0;
        for (RecordedCredential one : proven) {
            CredentialSummary said = one.credential().report().credential().orElseThrow();
            ObjectNode certification = list.addObject();
            said.id().ifPresent(id -> certification.putObject("id").put("value", id));
            certification.put("name", name(said)).put("status", "active");
            said.validFrom()
                    .ifPresent(from ->
                            certification.put(
                                    "firstIssued",
                                    from.atOffset(ZoneOffset.UTC).toLocalDate().toString()));
            period(certification, said);
            authority(certification.putObject("issuingAuthority"), said.issuer());
            said.achievement()
                    .flatMap(Achievement::description)
                    .ifPresent(text -> certification.putArray("descriptions").add(text));
            ArrayNode verifications = certification.putArray("verifications");
            int size = one.document().map(document -> document.bytes().length).orElse(0);
            Optional<ObjectNode> itself =
                    inside < MOST_INSIDE && bytes + size <= MOST_BYTES_INSIDE
                            ? one.document().flatMap(ResumeDocument::credential)
                            : Optional.empty();
            if (itself.isPresent()) {
                verifications.add(itself.get());
                inside++;
                bytes += size;
            }
            verifications.addObject().put("reference", reference(one));
        }
    }

    private static void period(ObjectNode certification, CredentialSummary said) {
        if (said.validFrom().isEmpty() && said.validUntil().isEmpty()) {
            return;
        }
        ObjectNode period = certification.putObject("effectiveTimePeriod");
        said.validFrom().ifPresent(from -> period.put("validFrom", time(from)));
        said.validUntil().ifPresent(until -> period.put("validTo", time(until)));
    }

    private static void authority(ObjectNode authority, Party issuer) {
        authority.putArray("ids").addObject().put("value", issuer.id());
        authority.put("name", issuer.name().orElse(issuer.id()));
    }

    /** Each skill once, with the credentials that show it. */
    private static void skills(ArrayNode list, List<RecordedCredential> proven) {
        Map<String, ObjectNode> byAddress = new LinkedHashMap<>();
        for (RecordedCredential one : proven) {
            CredentialSummary said = one.credential().report().credential().orElseThrow();
            for (SkillClaim claim : said.skills()) {
                ObjectNode skill =
                        byAddress.computeIfAbsent(
                                claim.targetUrl(), url -> skill(claim.name(), url));
                skill.withArrayProperty("verifications")
                        .addObject()
                        .put("reference", reference(one));
            }
        }
        byAddress.values().forEach(list::add);
    }

    private static ObjectNode skill(String name, String address) {
        ObjectNode skill = JSON.createObjectNode().put("name", name);
        skill.putArray("codes").add(address);
        return skill;
    }

    /** What verifying a credential found, and when. */
    private ObjectNode verification(RecordedCredential one) {
        var report = one.credential().report();
        ObjectNode found = JSON.createObjectNode().put("id", reference(one));
        found.putArray("type").add("CredentialVerification");
        report.credential().ifPresent(said -> found.put("name", name(said)));
        found.put("outcome", report.outcome().wireName());
        one.objection(issuedAt)
                .ifPresentOrElse(
                        reason -> found.put("proven", false).put("reason", reason),
                        () -> found.put("proven", true));
        found.put("verifiedAt", time(one.credential().verifiedAt()));
        ArrayNode checks = found.putArray("checks");
        report.checks().stream()
                .filter(check -> check.name() != CheckName.ISSUER_TRUST)
                .forEach(check ->
                        checks.addObject()
                                .put("name", check.name().wireName())
                                .put("outcome", check.outcome().wireName())
                                .put("code", check.code().wireName()));
        return found;
    }

    /**
     * The credential as others can verify it; empty where the format cannot hold it (a picture, or
     * an Open Badge 2.0, which is no verifiable credential).
     */
    private static Optional<ObjectNode> credential(SubmittedDocument document) {
        String text = new String(document.bytes(), UTF_8).strip();
        if (text.startsWith("ey")) {
            return Optional.of(enveloped(text));
        }
        try {
            return text.startsWith("{")
                    ? Optional.of(JSON.readTree(text))
                            .filter(ResumeDocument::isVerifiable)
                            .map(ObjectNode.class::cast)
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty(); // a verifier that is more lenient took it for one
        }
    }

    private static boolean isVerifiable(JsonNode document) {
        JsonNode type = document.path("type");
        return document.isObject()
                && (type.isString()
                        ? type.stringValue().equals("VerifiableCredential")
                        : type.valueStream()
                                .anyMatch(one ->
                                        one.isString()
                                                && one.stringValue()
                                                        .equals("VerifiableCredential")));
    }

    /** A signed token, as VC Data Model 2.0 §4.10.1 has one inside another document. */
    private static ObjectNode enveloped(String token) {
        String mediaType = token.contains("~") ? "application/dc+sd-jwt" : "application/vc+jwt";
        return JSON.createObjectNode()
                .put("@context", "https://www.w3.org/ns/credentials/v2")
                .put("id", "data:" + mediaType + "," + token)
                .put("type", "EnvelopedVerifiableCredential");
    }

    private static String name(CredentialSummary said) {
        return said.name()
                .or(() -> said.achievement().map(Achievement::name))
                .or(said::id)
                .orElse("");
    }

    private static String reference(RecordedCredential one) {
        return "urn:uuid:" + one.credential().id();
    }

    private static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
