package dev.assay.hiring.skills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.skills.VocabularyRepository.Above;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AncestryTest {

    private static final Map<String, Set<String>> OWN =
            Map.of(
                    "own",
                    Set.of("ours"),
                    "ours",
                    Set.of("sql"),
                    "loop",
                    Set.of("loop2"),
                    "loop2",
                    Set.of("loop"));

    @Test
    void goesThroughOwnRelationsIntoPublishedOnes() {
        assertThat(above("own", 5))
                .containsExactlyInAnyOrder(
                        new Above("own", "ours", 1),
                        new Above("own", "sql", 2),
                        new Above("own", "databases", 3),
                        new Above("own", "computing", 4));
    }

    @Test
    void goesAsFarAsItIsAsked() {
        assertThat(above("own", 3))
                .extracting(Above::broader)
                .containsExactlyInAnyOrder("ours", "sql", "databases");
    }

    @Test
    void comesToAnEndWhereRelationsGoRound() {
        assertThat(above("loop", 5)).containsExactly(new Above("loop", "loop2", 1));
    }

    @Test
    void leavesPublishedSkillsAsTheyAre() {
        assertThat(above("sql", 5))
                .containsExactlyInAnyOrder(
                        new Above("sql", "databases", 1), new Above("sql", "computing", 2));
    }

    private static List<Above> above(String uri, int steps) {
        return Ancestry.above(Set.of(uri), steps, OWN, AncestryTest::published);
    }

    private static List<Above> published(Collection<String> uris) {
        return uris.contains("sql")
                ? List.of(new Above("sql", "databases", 1), new Above("sql", "computing", 2))
                : List.of();
    }
}
