package dev.assay.hiring.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.skills.VocabularyRepository.Above;
import dev.assay.hiring.skills.VocabularyRepository.Pair;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.WithApplication;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept in memory of the vocabularies, and when it is forgotten. */
@WithApplication
class KnownVocabularyIT {

    private static final String ANOTHER_NODE_SAYS_SO =
            "update vocabulary_state set changes = changes + 1";

    private final String part = "https://example.org/skills/" + NewIds.next();
    private final String whole = "https://example.org/skills/" + NewIds.next();

    @Test
    void whatAnotherNodeImportsIsKnownToTheNextTransaction(
            ApplicationUnderTest node, TestDatabase database) throws SQLException {
        assertThat(above(node)).isEmpty();

        execute(
                database,
                "insert into skill_broader values ('%s', '%s')".formatted(part, whole),
                "insert into skill_equivalent values ('%s', '%s')".formatted(whole, part));
        assertThat(above(node)).as("from memory, as long as nobody says it changed").isEmpty();
        execute(database, ANOTHER_NODE_SAYS_SO);

        assertThat(above(node)).containsExactly(new Above(part, whole, 1));
        assertThat(
                        asked(
                                node,
                                () ->
                                        node.bean(KnownVocabulary.class)
                                                .equivalents(Set.of(part), Set.of(whole))))
                .as("whichever way round the crosswalk has it")
                .containsExactly(new Pair(part, whole));
    }

    @Test
    void whatIsTakenBackWasNeverKept(ApplicationUnderTest node) {
        KnownVocabulary known = node.bean(KnownVocabulary.class);
        assertThat(above(node)).isEmpty();

        assertThatThrownBy(() ->
                        asked(
                                node,
                                () -> {
                                    known.change();
                                    node.bean(VocabularyRepository.class)
                                            .relate(
                                                    Set.of(
                                                            new Vocabulary.Broader(
                                                                    URI.create(part),
                                                                    URI.create(whole))));
                                    assertThat(known.above(Set.of(part), 1))
                                            .as("who changed it sees it changed")
                                            .hasSize(1);
                                    throw new IllegalArgumentException("a file that is broken");
                                }))
                .hasMessage("a file that is broken");

        assertThat(above(node)).isEmpty();
    }

    @Test
    void stepsBeyondThoseAskedForAreLeftOut(ApplicationUnderTest node, TestDatabase database)
            throws SQLException {
        String all = "https://example.org/skills/" + NewIds.next();
        execute(
                database,
                "insert into skill_broader values ('%s', '%s'), ('%s', '%s')"
                        .formatted(part, whole, whole, all));
        KnownVocabulary known = node.bean(KnownVocabulary.class);

        assertThat(asked(node, () -> known.above(List.of(part), 1)))
                .containsExactly(new Above(part, whole, 1));
        assertThat(asked(node, () -> known.above(List.of(part), 2)))
                .containsExactlyInAnyOrder(new Above(part, whole, 1), new Above(part, all, 2));
    }

    @Test
    void answersAreReadOnceAndTheMemoryNeverGrowsBeyondItsSize() {
        var memory = new KnownVocabulary.Memory<Integer, String>();
        List<Integer> read = new ArrayList<>();

        assertThat(answers(memory, List.of(1, 2, 2), read)).hasSize(2).containsEntry(2, "none");
        assertThat(answers(memory, List.of(1, 2, 3), read)).hasSize(3).containsEntry(1, "one");
        assertThat(read).containsExactlyInAnyOrder(1, 2, 3);

        int most = KnownVocabulary.Memory.MOST;
        answers(memory, IntStream.range(10, 10 + most).boxed().toList(), read);
        read.clear();
        assertThat(answers(memory, List.of(1), read)).containsEntry(1, "one");
        assertThat(read).as("forgotten meanwhile").containsExactly(1);
        answers(memory, IntStream.range(0, most + 1).boxed().toList(), read);
        assertThat(memory.size()).isLessThanOrEqualTo(most);
    }

    private static Map<Integer, String> answers(
            KnownVocabulary.Memory<Integer, String> memory,
            Collection<Integer> keys,
            List<Integer> read) {
        return memory.of(
                keys,
                unknown -> {
                    read.addAll(unknown);
                    Map<Integer, String> found = new HashMap<>();
                    unknown.stream().filter(key -> key == 1).forEach(key -> found.put(key, "one"));
                    return found;
                },
                "none");
    }

    private List<Above> above(ApplicationUnderTest node) {
        return asked(node, () -> node.bean(KnownVocabulary.class).above(Set.of(part), 1));
    }

    private static <T> T asked(ApplicationUnderTest node, Supplier<T> question) {
        return node.bean(TenantTransaction.class).withoutTenantAsWorker(question);
    }

    private static void execute(TestDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
