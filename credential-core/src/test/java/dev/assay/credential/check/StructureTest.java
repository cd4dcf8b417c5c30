package dev.assay.credential.check;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.report.CheckName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The structure is looked at whether or not anything is signed. */
@DisplayName("F1: the shape of a credential, rule by rule")
class StructureTest {

    @Test
    void ofTheSampleIsInOrder() {
        assertThat(structure(Samples.unsigned())).isEqualTo("passed ok");
        assertThat(structure(Samples.unsignedOfDataModel1())).isEqualTo("passed ok");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id | \"no address\" | failed malformed-property",
                "/id | 17 | failed malformed-property",
                "/id | \"urn:uuid:1\" | passed ok",
                "/issuer | \"no address\" | failed malformed-property",
                "/issuer | {\"name\":\"x\"} | failed missing-property",
                "/validFrom | \"2026-01-10\" | failed malformed-date",
                "/validUntil | \"soon\" | failed malformed-date",
                "/validUntil | 17 | failed malformed-date",
                "/validUntil | null | passed ok",
                "/credentialSubject | [] | failed missing-property",
                "/credentialSubject | \"did:example:1\" | failed malformed-property",
                "/credentialSubject/type | \"Person\" | failed malformed-property",
                "/credentialSubject/achievement | [] | failed missing-property",
                "/credentialSubject/achievement | [{},{}] | failed malformed-property",
                "/credentialSubject/achievement/type | \"Thing\" | failed malformed-property",
                "/credentialSubject/achievement/name | [] | failed missing-property",
                "/credentialSubject/achievement/creator | {\"name\":\"x\"} | failed malformed-property",
                "/credentialSubject/achievement/creator | \"did:example:1\" | passed ok",
                "/credentialSubject/achievement/creator | null | passed ok"
            })
    void isWhatTheDataModelAsksFor(String place, String value, String expected) {
        var badge = Samples.unsigned();
        int last = place.lastIndexOf('/');
        ((ObjectNode) badge.at(place.substring(0, last)))
                .set(place.substring(last + 1), Fixtures.MAPPER.readTree(value));

        assertThat(structure(badge)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"validFrom"})
    void ofABadgeNeedsItsBeginning(String property) {
        var badge = Samples.unsigned();
        badge.remove(property);

        assertThat(structure(badge)).isEqualTo("failed missing-property");
    }

    @Test
    void ofDataModel1NeedsItsDate() {
        var badge = Samples.unsignedOfDataModel1();
        badge.remove("issuanceDate");

        assertThat(structure(badge)).isEqualTo("failed missing-property");
    }

    @Test
    void ofAPlainCredentialNeedsNoBeginning() {
        var credential = Samples.unsigned();
        credential.remove("validFrom");
        credential.put("type", "VerifiableCredential");

        assertThat(structure(credential)).isEqualTo("passed ok");
    }

    @Test
    void ofATranscriptIsThatOfACredentialWithABeginning() {
        var transcript = Samples.unsigned();
        transcript.putArray("type").add("ClrCredential");
        transcript
                .putObject("credentialSubject")
                .put("type", "ClrSubject")
                .put("verifiableCredential", "x");

        assertThat(structure(transcript)).isEqualTo("failed malformed-property");
        transcript.putArray("type").add("ClrCredential").add("VerifiableCredential");
        assertThat(structure(transcript)).isEqualTo("passed ok");
        transcript.remove("validFrom");
        assertThat(structure(transcript)).isEqualTo("failed missing-property");
    }

    private static String structure(ObjectNode document) {
        return check(Samples.verify(document), CheckName.STRUCTURE);
    }
}
