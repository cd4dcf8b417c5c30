package dev.assay.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.credential.did.SelfCertifying;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.report.CheckCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class DataIntegritySignerTest {

    private static final DataIntegritySigner JCS =
            DataIntegritySigner.create(Samples.KEY, ProofSuite.EDDSA_JCS_2022);
    private static final DataIntegrityVerifier VERIFIER = new DataIntegrityVerifier();

    @Test
    void signsAnyJsonWithJcs() {
        var receipt = Samples.parse("{\"score\":78.4125,\"items\":[1,null,true,\"ß\"]}");

        var signed = JCS.sign(receipt, Samples.FROM);

        assertThat(verdict(signed).passed()).isTrue();
        assertThat(receipt.has("proof")).as("the document is left as it was").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"score, 78.4126", "score, 78", "extra, 1"})
    void noticesAnyChangeOfIt(String property, double value) {
        var signed = JCS.sign(Samples.parse("{\"score\":78.4125}"), Samples.FROM);

        signed.put(property, value);

        assertThat(verdict(signed).code()).isEqualTo(CheckCode.SIGNATURE_INVALID);
    }

    @Test
    void saysWhichKeySignedSoThatTheCallerCanDecide() {
        var proven = verdict(JCS.sign(Samples.parse("{\"a\":1}"), Samples.FROM)).proven();

        assertThat(proven)
                .singleElement()
                .satisfies(proof -> {
                    assertThat(proof.verificationMethod())
                            .isEqualTo(Samples.KEY.verificationMethod());
                    assertThat(proof.created()).contains(Samples.FROM);
                });
    }

    @Test
    void refusesADocumentThatHasAProof() {
        assertThatThrownBy(() -> JCS.sign(Samples.badge(), Samples.FROM))
                .hasMessageContaining("proof already");
    }

    @Test
    void refusesOverRdfWhatJsonLdWouldNotKeep() {
        var signer = DataIntegritySigner.create(Samples.KEY, ProofSuite.EDDSA_RDFC_2022);

        assertThatThrownBy(() -> signer.sign(Samples.unsigned().put("grade", "A"), Samples.FROM))
                .hasMessageContaining("undefined-term");
    }

    @Test
    void namesTheKeyAsTheControllerListsIt() {
        var signer =
                DataIntegritySigner.create(
                        Samples.KEY, "did:web:a.example#key-1", ProofSuite.EDDSA_JCS_2022);

        var signed = signer.sign(Samples.parse("{\"a\":1}"), Samples.FROM);

        assertThat(signed.path("proof").path("verificationMethod").stringValue())
                .isEqualTo("did:web:a.example#key-1");
        assertThat(verdict(signed).passed()).as("a did:web holds no key of its own").isFalse();
    }

    private static ProofVerdict verdict(ObjectNode document) {
        return VERIFIER.verify(
                document, new SelfCertifying(), Instant.parse("2026-06-01T00:00:00Z"));
    }
}
