package dev.assay.credential.check;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.Part;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A résumé is what its owner says; only the credentials inside it prove anything. */
@DisplayName("HR Open LER-RS: the wrapper and the credentials inside")
class ResumeTest {

    @Test
    void isVerifiedWithTheCredentialsThatProveItsParts() {
        var resume = resume();
        certify(resume, Samples.badge());

        var report = Samples.verify(signed(resume));

        assertThat(report.format().wireName()).isEqualTo("ler-rs");
        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(check(report, CheckName.CONTEXT)).isEqualTo("not-applicable not-relevant");
        assertThat(report.parts())
                .extracting(Part::pointer)
                .containsExactly("/credentialSubject/certifications/0/verifications/0");
        assertThat(report.parts().getFirst().report().credential().orElseThrow().skills())
                .isNotEmpty();
        assertThat(report.credential().orElseThrow().skills()).isEmpty();
    }

    @Test
    void failsWithAForgedCredentialInside() {
        var resume = resume();
        certify(resume, Samples.badge().put("name", "Surgery"));

        var report = Samples.verify(signed(resume));

        assertThat(check(report, CheckName.ITEMS)).isEqualTo("failed item-failed");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void isSearchedAsDeepAsADocumentMayBe() {
        assertThat(Samples.verify(signed(nested(34))).parts()).hasSize(1);
    }

    private static ObjectNode nested(int depth) {
        var resume = resume();
        var at = (ObjectNode) resume.path("credentialSubject");
        for (int i = 0; i < depth; i++) {
            at = i % 2 == 0 ? at.putArray("part").addObject() : at.putObject("part");
        }
        at.putArray("verifications").add(Samples.badge());
        return resume;
    }

    @Test
    void mayReferToProofsThatAreNoCredentials() {
        var resume = resume();
        certify(resume, Samples.parse("{\"reference\":\"https://college.example/1\"}"));

        var report = Samples.verify(signed(resume));

        assertThat(report.parts()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
    }

    @Test
    void failsWithAWordChanged() {
        var resume = signed(resume());
        ((ObjectNode) resume.path("credentialSubject")).put("type", "other");

        assertThat(check(Samples.verify(resume), CheckName.PROOF))
                .isEqualTo("failed signature-invalid");
    }

    /** HR Open names a schema where a context belongs: linked data proofs cannot be checked. */
    @Test
    void underALinkedDataProofIsUndecided() {
        var resume = signed(resume());
        ((ObjectNode) resume.path("proof")).put("cryptosuite", "eddsa-rdfc-2022");

        var report = Samples.verify(resume);

        assertThat(check(report, CheckName.PROOF)).isEqualTo("indeterminate context-unavailable");
        assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void mustBeACredential() {
        var resume = resume();
        resume.put("type", "LER-RS VC");

        assertThat(check(Samples.verify(signed(resume)), CheckName.STRUCTURE))
                .isEqualTo("failed malformed-property");
    }

    private static void certify(ObjectNode resume, ObjectNode proof) {
        ((ObjectNode) resume.path("credentialSubject"))
                .withArrayProperty("certifications")
                .addObject()
                .putArray("verifications")
                .add(proof);
    }

    private static ObjectNode signed(ObjectNode resume) {
        return Samples.sign(resume, ProofSuite.EDDSA_JCS_2022);
    }

    private static ObjectNode resume() {
        var resume = Samples.parse("{}");
        resume.putArray("@context")
                .add("https://www.w3.org/2018/credentials/v1")
                .add(
                        "http://schema.hropenstandards.org/4.5/recruiting/json/VerifiableCredentialLER-RSType.json");
        resume.put("id", "urn:uuid:0d3c4f5e-3a55-4b5e-9a5c-8f3d7c1b2a77");
        resume.putArray("type").add("VerifiableCredential").add("LER-RS VC");
        resume.put("issuer", Samples.KEY.didKey());
        resume.put("issuanceDate", "2026-01-10T08:00:00Z");
        resume.putObject("credentialSubject")
                .put(
                        "type",
                        "http://schema.hropenstandards.org/4.5/recruiting/json/LER-RSType.json");
        return resume;
    }
}
