package dev.assay.hiring.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    @Test
    void takesEachWordByItself() {
        assertThat(SearchWords.of("  Robin \t Vale ").patterns())
                .containsExactly("%Robin%", "%Vale%");
    }

    @Test
    void takesWildcardsAsTheCharactersTheyAre() {
        assertThat(SearchWords.of("100%_\\").patterns()).containsExactly("%100\\%\\_\\\\%");
    }

    @Test
    void takesEightWordsAndNotNine() {
        assertThat(SearchWords.of("a b c d e f g h").words()).hasSize(8);
        assertThatThrownBy(() -> SearchWords.of("a b c d e f g h i"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTwoHundredCharactersAndNotOneMore() {
        assertThat(SearchWords.of("x".repeat(200)).words()).hasSize(1);
        assertThatThrownBy(() -> SearchWords.of("x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void refusesToSearchForNothing(String text) {
        assertThatThrownBy(() -> SearchWords.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
