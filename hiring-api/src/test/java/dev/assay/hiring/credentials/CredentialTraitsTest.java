package dev.assay.hiring.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.Alignment;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Credits;
import dev.assay.credential.model.Party;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTraitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Generative AI for everyone",
                "GenAI basics",
                "Gen AI basics",
                "Working with large language models",
                "LLMs in support",
                "Prompt engineering",
                "Generative KI im Büro",
                "L'IA générative au travail",
                "Inteligencia artificial generativa"
            })
    void isAboutGenerativeAiByItsOwnWords(String words) {
        assertThat(CredentialTraits.of(summary(words, "A badge", null, null)).genAi()).isTrue();
        assertThat(CredentialTraits.of(summary("A badge", words, null, null)).genAi()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AI basics",
                "Genai Smith School of Data",
                "Genaio",
                "Generative grammar",
                "Billms",
                "Prompt service"
            })
    void isNotForWordsThatOnlyLookAlike(String words) {
        boolean genAi = CredentialTraits.of(summary(words, "A badge", null, null)).genAi();

        // The one that is spelled the same cannot be told apart, and is said to be by words.
        assertThat(genAi).isEqualTo(words.startsWith("Genai "));
    }

    @ParameterizedTest
    @CsvSource({"3, , true", ", 3, true", "0, 0, false", ", , false", "0, 0.5, true"})
    void bearsCreditWhereSomeIsStated(
            @Nullable String available, @Nullable String earned, boolean bears) {
        assertThat(
                        CredentialTraits.of(summary("A", "B", number(available), number(earned)))
                                .creditBearing())
                .isEqualTo(bears);
    }

    @Test
    void isOfNoKindWhereNothingIsSaid() {
        var bare =
                new CredentialSummary(
                        Optional.empty(),
                        Optional.empty(),
                        new Party("https://school.example", Optional.of("LLM School")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());

        assertThat(CredentialTraits.of(bare)).isEqualTo(new CredentialTraits(false, false));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static CredentialSummary summary(
            String achievement,
            String aligned,
            @Nullable BigDecimal available,
            @Nullable BigDecimal earned) {
        return new CredentialSummary(
                Optional.empty(),
                Optional.empty(),
                new Party("https://school.example", Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        new Achievement(
                                "urn:a",
                                achievement,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                List.of(
                        new Alignment(
                                aligned,
                                "https://skills.example/1",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                List.of(),
                available == null && earned == null
                        ? Optional.empty()
                        : Optional.of(
                                new Credits(
                                        Optional.ofNullable(available),
                                        Optional.ofNullable(earned))),
                List.of(),
                Optional.empty());
    }
}
