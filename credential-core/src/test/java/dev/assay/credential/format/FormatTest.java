package dev.assay.credential.format;

import static dev.assay.credential.fixture.Samples.check;
import static dev.assay.credential.fixture.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    /** Recognised by name, and never verified by the rules of something else. */
    @Nested
    class AFormatThatIsNotVerified {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"@context\":\"https://w3id.org/blockcerts/v3\"} | blockcerts",
                    "{\"type\":[\"VerifiableCredential\"],\"proof\":{\"type\":\"MerkleProof2019\"}}"
                            + " | blockcerts",
                    "{\"@context\":\"https://w3id.org/blockcerts/v3\",\"type\":\"ClrCredential\"}"
                            + " | blockcerts",
                    "{\"type\":[\"VerifiableCredential\",\"EuropeanDigitalCredential\"]}"
                            + " | european-digital-credential",
                    "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"VerifiableCredential\"}"
                            + " | open-badges-2"
                })
        void isNamedByItsOwnMark(String document, String format) {
            var report = verify(document);

            assertThat(report.format().wireName()).isEqualTo(format);
            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(report.ignoreReason().orElseThrow())
                    .isIn(IgnoreReason.UNSUPPORTED_FORMAT, IgnoreReason.COULD_NOT_CHECK);
        }
    }

    /**
     * 1EdTech's own samples. Whether the signature fits agrees with an independent verifier; that
     * their issuers cannot be asked makes none of them verified for us.
     */
    @Nested
    class ABadgeOf1EdTech {

        @ParameterizedTest
        @CsvSource({
            "simple.json, passed ok",
            "simple_v1.json, passed ok",
            "simple-did-key-method.json, passed ok",
            "simple-did-web-method.json, passed ok",
            "simple-eddsa-2022.json, passed ok",
            "simple-err-expired.json, passed ok",
            "simple-err-issued.json, passed ok",
            "endorsement-valid.json, passed ok",
            "credential-status-revoked.json, passed ok",
            "simple-err-proof-value.json, failed signature-invalid",
            "simple-err-context.json, failed undefined-term",
            "simple-err-issuer-type.json, failed",
            "simple-noproof.json, failed proof-missing",
            "simple-err-proof-method-no-scheme.json, failed key-unusable",
            "simple-err-proof-method-unknown-scheme.json, failed key-unusable",
            "simple-err-proof-method-unknown-did-method.json, indeterminate key-unavailable"
        })
        void hasItsProofJudged(String name, String proof) {
            var file = Fixtures.folder("onedtech/ob30").resolve(name);

            var report = verify(Fixtures.bytes(file));

            assertThat(check(report, CheckName.PROOF)).startsWith(proof);
            assertThat(report.outcome()).isNotEqualTo(Outcome.VERIFIED);
        }
    }
}
