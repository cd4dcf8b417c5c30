package dev.assay.credential.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.model.EqfLevel;
import dev.assay.credential.model.EuElement;
import dev.assay.credential.model.Learning;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("F22: level, workload and the elements of an EU micro-credential")
class LearningTest {

    private static final String SNB = "http://data.europa.eu/snb/";

    @Nested
    class TheLevel {

        @ParameterizedTest
        @CsvSource({
            "http://data.europa.eu/snb/eqf/5, , , 5",
            "https://data.europa.eu/snb/eqf/level-4, , , 4",
            "https://example.org/levels/six, European Qualifications Framework, 6, 6",
            "https://example.org/levels/six, EQF, Level 6, 6",
            "https://example.org/levels/six, EQF, 9, ",
            "https://example.org/levels/six, Other, 6, ",
            "http://data.europa.eu/snb/eqf/0, , , ",
            "http://data.europa.eu/snb/eqf/9, , , ",
            "http://data.europa.eu/snb/eqf/25831c2, , , ",
            "https://forged.example/http://data.europa.eu/snb/eqf/5, , , "
        })
        void isReadFromAnAlignment(
                String url,
                @Nullable String framework,
                @Nullable String code,
                @Nullable Integer expected) {
            var badge = Samples.unsigned();
            align(badge, url, framework, code);

            assertThat(read(badge).eqf())
                    .isEqualTo(Optional.ofNullable(expected).map(EqfLevel::new));
        }

        @Test
        void isNotGuessedWhereAlignmentsContradictEachOther() {
            var badge = Samples.unsigned();
            align(badge, SNB + "eqf/5", null, null);
            align(badge, SNB + "eqf/6", null, null);

            assertThat(read(badge).eqf()).isEmpty();
            assertThat(read(badge).elements().stated()).doesNotContain(EuElement.LEVEL);
        }
    }

    @Nested
    class TheElements {

        @Test
        void ofABareBadgeAreFew() {
            assertThat(read(Samples.unsigned()).elements().stated())
                    .containsExactlyInAnyOrder(
                            EuElement.LEARNER,
                            EuElement.TITLE,
                            EuElement.AWARDING_BODY,
                            EuElement.ISSUE_DATE,
                            EuElement.LEARNING_OUTCOMES,
                            EuElement.GRADE,
                            EuElement.FURTHER_INFORMATION);
        }

        @Test
        void ofACompleteMicroCredentialAreAllElevenAndCountAsWhole() {
            var badge = Samples.unsigned();
            ((ObjectNode) badge.path("issuer"))
                    .putObject("address")
                    .put("type", "Address")
                    .put("addressCountry", "Norway");
            ((ObjectNode) badge.at("/credentialSubject/achievement")).put("creditsAvailable", 3);
            align(badge, SNB + "eqf/5", null, null);
            align(badge, SNB + "assessment/3484bd7e51", null, null);
            align(badge, SNB + "learning-assessment/920fbb3cbe", null, null);
            align(badge, SNB + "accreditation/003293d2ce", null, null);

            var elements = read(badge).elements();

            assertThat(elements.mandatoryStated()).isEqualTo(EuElement.MANDATORY);
            assertThat(elements.completeness()).isEqualTo(100);
        }

        @Test
        void doNotIncludeOutcomesThatAreOnlyVocabulary() {
            var badge = Samples.unsigned();
            var achievement = (ObjectNode) badge.at("/credentialSubject/achievement");
            achievement.remove("alignment");
            achievement.remove("resultDescription");
            align(badge, SNB + "supervision-verification/df2880c5cb", null, null);

            assertThat(read(badge).elements().stated())
                    .contains(EuElement.SUPERVISION)
                    .doesNotContain(EuElement.LEARNING_OUTCOMES);
        }

        @Test
        void haveACompletenessThatIsRoundedDown() {
            var elements = read(Samples.unsigned()).elements();

            assertThat(elements.mandatoryStated()).isEqualTo(5);
            assertThat(elements.completeness()).isEqualTo(45);
        }

        @Test
        void countElevenAsMandatory() {
            assertThat(Arrays.stream(EuElement.values()).filter(EuElement::isMandatory))
                    .hasSize(EuElement.MANDATORY);
        }
    }

    @Nested
    class TheLearningCredentialOfEuWallets {

        @Test
        void statesThemAsClaims() {
            var signer = Tokens.es256();
            var header = signer.header().put("typ", "dc+sd-jwt");
            var payload = Samples.parse("{}");
            payload.put("iss", signer.did())
                    .put("vct", "urn:eu.europa.ec.eudi:learning:credential:1")
                    .put("achievement_title", "Welding")
                    .put("issuing_country", "NO")
                    .put("issuing_authority", "Sample Academy")
                    .put("date_of_issuance", "2026-01-10")
                    .put("learner_identification", "L-1")
                    .put("expected_study_time", "40 h")
                    .put("level_of_learning_experience", 5);
            payload.putArray("learning_outcomes").add("weld");
            payload.putArray("types_of_quality_assurance").add("accredited");

            var report = Samples.verify(signer.token(header, payload) + "~");
            var learning = report.credential().orElseThrow().learning().orElseThrow();

            assertThat(learning.eqf()).contains(new EqfLevel(5));
            assertThat(learning.elements().stated())
                    .contains(EuElement.WORKLOAD, EuElement.QUALITY_ASSURANCE)
                    .doesNotContain(EuElement.ASSESSMENT, EuElement.PARTICIPATION);
            assertThat(learning.elements().completeness()).isEqualTo(81);
        }
    }

    private static Learning read(ObjectNode badge) {
        return Samples.verify(Samples.sign(badge))
                .credential()
                .orElseThrow()
                .learning()
                .orElseThrow();
    }

    private static void align(
            ObjectNode badge, String url, @Nullable String framework, @Nullable String code) {
        var alignment =
                ((ObjectNode) badge.at("/credentialSubject/achievement"))
                        .withArrayProperty("alignment")
                        .addObject();
        alignment.putArray("type").add("Alignment");
        alignment.put("targetName", "a target").put("targetUrl", url);
        if (framework != null) {
            alignment.put("targetFramework", framework);
        }
        if (code != null) {
            alignment.put("targetCode", code);
        }
    }
}
