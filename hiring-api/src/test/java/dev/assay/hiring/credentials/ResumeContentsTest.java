package dev.assay.hiring.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.source.DocumentSource;
import dev.assay.hiring.testkit.Badges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ResumeContentsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln";

    private final CredentialVerifier verifier =
            CredentialVerifier.create(
                    () -> Instant.parse("2026-06-01T12:00:00Z"),
                    DocumentSource.none(),
                    VerificationPolicy.standard());
    private final ObjectNode badge =
            new Badges().badge("liv.berg@example.org", "https://skills.example/sql");

    @Test
    void areTheCredentialsAndNothingElseWhateverBecomesOfTheResume() {
        ObjectNode resume = resume();
        resume.withArray("/credentialSubject/certifications")
                .addObject()
                .putArray("verifications")
                .add(badge)
                .add(TOKEN)
                .addObject()
                .put("reference", "https://college.example/1");
        resume.withArray("/credentialSubject/educationAndLearnings")
                .addObject()
                .putArray("verifications")
                .addObject()
                .put("type", "EnvelopedVerifiableCredential")
                .put("id", "data:application/vc+jwt," + TOKEN);

        VerifiedCredential verified = verified(resume.toString());

        assertThat(verified.report().outcome()).isEqualTo(Outcome.FAILED);
        List<SubmittedDocument> inside = ResumeContents.of(verified);
        assertThat(inside).hasSize(3);
        assertThat(JSON.readTree(inside.getFirst().bytes())).isEqualTo(badge);
        assertThat(inside.subList(1, 3))
                .extracting(document -> new String(document.bytes(), UTF_8))
                .containsOnly(TOKEN);
        assertThat(verified(new String(inside.getFirst().bytes(), UTF_8)).report().outcome())
                .isEqualTo(Outcome.VERIFIED);
    }

    @Test
    void areOnlyTakenOutOfResumes() {
        assertThat(ResumeContents.of(verified(badge.toString()))).isEmpty();
        assertThat(ResumeContents.of(verified("{"))).isEmpty();
    }

    private VerifiedCredential verified(String document) {
        byte[] bytes = document.getBytes(UTF_8);
        return new VerifiedCredential(
                Optional.empty(),
                Optional.of(new SubmittedDocument(bytes, "application/vc+ld+json")),
                verifier.verify(bytes, new Recipient(Set.of(), Set.of(), Set.of())),
                Optional.empty(),
                Set.of());
    }

    private static ObjectNode resume() {
        ObjectNode resume = JSON.createObjectNode();
        resume.putArray("@context")
                .add("https://www.w3.org/2018/credentials/v1")
                .add(
                        "http://schema.hropenstandards.org/4.5/recruiting/json/VerifiableCredentialLER-RSType.json");
        resume.put("id", "urn:uuid:0d3c4f5e-3a55-4b5e-9a5c-8f3d7c1b2a77");
        resume.putArray("type").add("VerifiableCredential").add("LER-RS VC");
        resume.put("issuer", "Resume Builder");
        resume.put("issuanceDate", "2026-01-10T08:00:00Z");
        resume.putObject("credentialSubject").put("type", "LER-RS");
        return resume;
    }
}
