package dev.assay.hiring.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Evening course in project management  | Project Management    | true",
                "Evening course in project management  | management            | true",
                "Evening course in project management  | project               | true",
                "Evening course in project management  | manage                | false",
                "Evening course in project management  | management project    | false",
                "Projects, management of               | project management    | false",
                "Databases with SQL                    | SQL                   | true",
                "The sql of things                     | SQL                   | false",
                "Ready, steady, go                     | Go                    | false",
                "Services in Go                        | Go                    | true",
                "Statistics with R                     | R                     | false",
                "Programs in C++                       | C++                   | true",
                "Programs in C                         | C++                   | false",
                "Überprüfung von Prüfungen             | prüfungen             | true",
                "A course                              | '-- '                 | false",
            })
    void readsNamesAsWholeWords(String text, String name, boolean mentioned) {
        assertThat(Mentions.of(List.of(text)).has(name)).isEqualTo(mentioned);
    }

    @Test
    void readsNoNameAcrossTwoTexts() {
        Mentions mentions = Mentions.of(List.of("Managing a project", "Management of debt"));

        assertThat(mentions.has("project management")).isFalse();
        assertThat(mentions.has("management of debt")).isTrue();
    }

    @Test
    void offersUpToFiveWordsAsTheyStandForNames() {
        assertThat(Mentions.of(List.of("Set up  E-Learning,\nwith C++", "a b c d e f")).phrases())
                .contains("set up e-learning", "e-learning, with c++", "c++", "a b c d e")
                .doesNotContain("a b c d e f", "c++ a");
    }

    @Test
    void readsOnlyTheBeginningOfALongText() {
        String tale = "word ".repeat(249) + "last beyond";

        assertThat(Mentions.of(List.of(tale, "and more")).phrases())
                .contains("word last")
                .doesNotContain("beyond", "and");
    }
}
