package dev.assay.credential.schema;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Declared schemas decide when they can be had, and cost no more than they may. */
class SchemaTest {

    private static final String ADDRESS = "https://schema.example/badge.json";
    private static final String OTHER = "https://schema.example/other.json";

    @Nested
    class ASchema {

        @ParameterizedTest
        @CsvSource({
            "'{\"required\": [\"issuer\"]}', passed ok",
            "'{\"required\": [\"nickname\"]}', failed schema-invalid",
            "'{\"properties\": {\"name\": {\"const\": \"Welding\"}}}', passed ok",
            "'{\"properties\": {\"name\": {\"type\": \"number\"}}}', failed schema-invalid",
            "'{\"properties\": {\"name\": {\"pattern\": \"^W[a-z]+$\"}}}', passed ok",
            "'{\"properties\": {\"name\": {\"pattern\": \"^X\"}}}', failed schema-invalid",
            "'{\"required\": [\"proof\"]}', passed ok",
            "'true', passed ok",
            "'false', failed schema-invalid"
        })
        void decides(String schema, String expected) {
            assertThat(schema(schema)).isEqualTo(expected);
        }

        @Test
        void thatFitsLeavesTheCredentialVerified() {
            var report = verify(declaring(d -> {}), new Web().with(ADDRESS, "{}"));

            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        }

        @Test
        void thatIsBrokenNamesThePlaceAndNoValue() {
            var web =
                    new Web()
                            .with(
                                    ADDRESS,
                                    "{\"properties\":{\"credentialSubject\":{\"properties\":"
                                            + "{\"type\":{\"type\":\"number\"}}}}}");

            var report = verify(declaring(d -> {}), web);

            assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.check(CheckName.SCHEMA).detail())
                    .contains("/credentialSubject/type")
                    .doesNotContain("AchievementSubject");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://json-schema.org/draft-04/schema#",
                    "http://json-schema.org/draft-06/schema#",
                    "http://json-schema.org/draft-07/schema#",
                    "https://json-schema.org/draft/2019-09/schema",
                    "https://json-schema.org/draft/2020-12/schema"
                })
        void mayBeOfAnyDraft(String dialect) {
            var web = new Web();
            var passing = "{\"$schema\":\"" + dialect + "\",\"required\":[\"issuer\"]}";
            var failing = "{\"$schema\":\"" + dialect + "\",\"required\":[\"nickname\"]}";

            assertThat(schema(passing, web)).isEqualTo("passed ok");
            assertThat(schema(failing, web)).isEqualTo("failed schema-invalid");
            assertThat(web.asked()).allMatch(uri -> uri.toString().equals(ADDRESS));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1EdTechJsonSchemaValidator2019",
                    "JsonSchema",
                    "JsonSchemaValidator2018"
                })
        void mayBeDeclaredUnderSeveralTypes(String type) {
            var badge = declaring(d -> d.put("type", type));

            assertThat(schema(badge, new Web().with(ADDRESS, "{}"))).isEqualTo("passed ok");
        }

        @Test
        void isAskedForEachOneDeclared() {
            var badge = Samples.unsigned();
            var declared = badge.putArray("credentialSchema");
            declared.addObject().put("id", ADDRESS).put("type", "JsonSchema");
            declared.addObject().put("id", OTHER).put("type", "JsonSchema");
            var signed = Samples.sign(badge, ProofSuite.EDDSA_JCS_2022);

            assertThat(schema(signed, new Web().with(ADDRESS, "{}").with(OTHER, "false")))
                    .isEqualTo("failed schema-invalid");
            assertThat(schema(signed, new Web().with(ADDRESS, "{}")))
                    .isEqualTo("indeterminate schema-unavailable");
        }

        @ParameterizedTest
        @CsvSource({"sha256, SHA-256", "sha384, SHA-384", "sha512, SHA-512"})
        void mayBePinnedByItsDigest(String prefix, String algorithm)
                throws NoSuchAlgorithmException {
            var digest =
                    Base64.getEncoder()
                            .encodeToString(
                                    MessageDigest.getInstance(algorithm)
                                            .digest("{}".getBytes(StandardCharsets.UTF_8)));
            var badge = declaring(d -> d.put("digestSRI", prefix + "-" + digest));

            assertThat(schema(badge, new Web().with(ADDRESS, "{}"))).isEqualTo("passed ok");
            assertThat(schema(badge, new Web().with(ADDRESS, "{} ")))
                    .isEqualTo("indeterminate schema-unavailable");
        }
    }

    @Nested
    class IsUndecided {

        @Test
        void whenTheSchemaCannotBeHad() {
            var report = verify(declaring(d -> {}), new Web());

            assertThat(check(report, CheckName.SCHEMA))
                    .isEqualTo("indeterminate schema-unavailable");
            assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"JsonSchemaCredential", "ShaclValidator2017", ""})
        void whenTheTypeIsUnknown(String type) {
            assertThat(schema(declaring(d -> d.put("type", type)), new Web().with(ADDRESS, "{}")))
                    .isEqualTo("indeterminate schema-type-unsupported");
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://schema.example/x", "urn:x", "file:///etc/passwd", ""})
        void whenTheAddressIsNotOneToFetchFrom(String address) {
            var web = new Web();

            assertThat(schema(declaring(d -> d.put("id", address)), web))
                    .isEqualTo("indeterminate schema-unavailable");
            assertThat(web.asked()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"md5-abc", "sha256-???", "nonsense"})
        void whenTheDigestIsOfAnUnknownKind(String digest) {
            var badge = declaring(d -> d.put("digestSRI", digest));

            assertThat(schema(badge, new Web().with(ADDRESS, "{}")))
                    .isEqualTo("indeterminate schema-unavailable");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "no schema",
                    "[]",
                    "\"text\"",
                    "{\"properties\": {\"name\": {\"pattern\": \"(\"}}}",
                    "{\"$ref\": \"#/$defs/nowhere\"}",
                    "{\"$schema\": \"https://schema.example/dialect\"}"
                })
        void whenItIsNoUsableSchema(String schema) {
            assertThat(schema(schema)).startsWith("indeterminate schema-un");
        }

        @ParameterizedTest
        @CsvSource({"8, passed ok", "9, indeterminate schema-not-checked"})
        void whenThereAreTooMany(int count, String expected) {
            var badge = Samples.unsigned();
            var declared = badge.putArray("credentialSchema");
            for (int i = 0; i < count; i++) {
                declared.addObject().put("id", ADDRESS).put("type", "JsonSchema");
            }

            assertThat(
                            schema(
                                    Samples.sign(badge, ProofSuite.EDDSA_JCS_2022),
                                    new Web().with(ADDRESS, "{}")))
                    .isEqualTo(expected);
        }
    }

    @Nested
    class References {

        @Test
        void comeThroughTheDocumentPort() {
            var schema = "{\"properties\": {\"name\": {\"$ref\": \"" + OTHER + "\"}}}";

            assertThat(schema(schema, new Web().with(OTHER, "{\"type\": \"string\"}")))
                    .isEqualTo("passed ok");
            assertThat(schema(schema, new Web().with(OTHER, "{\"type\": \"number\"}")))
                    .isEqualTo("failed schema-invalid");
        }

        @Test
        void thatCannotBeHadDecideNothing() {
            assertThat(schema("{\"$ref\": \"" + OTHER + "\"}"))
                    .isEqualTo("indeterminate schema-unavailable");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://schema.example/other.json",
                    "classpath:/dev/assay/credential/jsonld/credentials-v2.jsonld",
                    "resource:/dev/assay/credential/jsonld/credentials-v2.jsonld",
                    "file:///etc/hostname",
                    "jar:file:/x.jar!/y",
                    "ftp://schema.example/x"
                })
        void reachNothingElse(String reference) {
            var web = new Web();

            assertThat(schema("{\"$ref\": \"" + reference + "\"}", web))
                    .startsWith("indeterminate schema-un");
            assertThat(web.asked()).allMatch(uri -> uri.toString().equals(ADDRESS));
        }
    }

    /** None of these may take long, or more stack than there is. */
    @Nested
    class HostileSchemas {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"$ref\": \"#\"}",
                    "{\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}",
                    "{\"properties\": {\"name\": {\"pattern\": \"^(([a-zA-Z])+)+$|^((.+)+)+X$\"}}}"
                })
        void endInAVerdict(String schema) {
            assertThat(schema(schema))
                    .isIn(
                            "indeterminate schema-work-limit",
                            "indeterminate schema-unusable",
                            "passed ok");
        }

        @Test
        void withARunawayExpressionRunOutOfSteps() {
            var badge = Samples.unsigned().put("name", "a".repeat(60) + "!");
            badge.putObject("credentialSchema").put("id", ADDRESS).put("type", "JsonSchema");
            var web =
                    new Web()
                            .with(
                                    ADDRESS,
                                    "{\"properties\":{\"name\":{\"pattern\":\"(.*a){20}x\"}}}");

            assertThat(schema(Samples.sign(badge, ProofSuite.EDDSA_JCS_2022), web))
                    .isEqualTo("indeterminate schema-work-limit");
        }

        @Test
        void thatDoubleAtEachStepRunOutOfSteps() {
            var schema = new StringBuilder("{\"$ref\":\"#/$defs/a0\",\"$defs\":{");
            for (int i = 0; i < 30; i++) {
                var next = "{\"$ref\":\"#/$defs/a" + (i + 1) + "\"}";
                schema.append("\"a%d\":{\"allOf\":[%s,%s]},".formatted(i, next, next));
            }
            schema.append("\"a30\":{}}}");

            assertThat(schema(schema.toString())).isEqualTo("indeterminate schema-work-limit");
        }

        @Test
        void withAnExpressionTooLongAreNotRead() {
            var pattern = "a".repeat(2_001);

            assertThat(schema("{\"properties\":{\"name\":{\"pattern\":\"" + pattern + "\"}}}"))
                    .isEqualTo("indeterminate schema-unusable");
        }
    }

    private static ObjectNode declaring(Consumer<ObjectNode> change) {
        var badge = Samples.unsigned();
        badge.withArrayProperty("@context")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        var declared = badge.putObject("credentialSchema");
        declared.put("id", ADDRESS).put("type", "1EdTechJsonSchemaValidator2019");
        change.accept(declared);
        return Samples.sign(badge, ProofSuite.EDDSA_JCS_2022);
    }

    private static String schema(String schema) {
        return schema(schema, new Web());
    }

    private static String schema(String schema, Web web) {
        return schema(declaring(d -> {}), web.with(ADDRESS, schema));
    }

    private static String schema(ObjectNode badge, Web web) {
        return check(verify(badge, web), CheckName.SCHEMA);
    }

    private static VerificationReport verify(ObjectNode badge, Web web) {
        return Samples.verifier(Samples.NOW, web)
                .verify(badge.toString().getBytes(StandardCharsets.UTF_8), Recipient.none());
    }
}
