package dev.assay.hiring.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.platform.problem.BadRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void readsAKeyAsItIsOrInQuotes() {
        assertThat(key("8e03978e-40d5")).isEqualTo("8e03978e-40d5");
        assertThat(key("\"8e03978e-40d5\"")).isEqualTo("8e03978e-40d5");
        assertThat(key("  !~  ")).isEqualTo("!~");
        assertThat(key("\"a\\\"b\\\\c\"")).isEqualTo("a\"b\\c");
    }

    @Test
    void takesUpTo255Characters() {
        assertThat(key("a".repeat(255))).hasSize(255);
        assertThat(key("\"" + "a".repeat(255) + "\"")).hasSize(255);
        assertRefused(List.of("a".repeat(256)));
        assertRefused(List.of("\"" + "a".repeat(256) + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"\"",
                "a b",
                "\"a b\"",
                "\u00e5",
                "a\tb",
                "a\u007f",
                "\"a",
                "\"a\"b",
                "\"a\\b\"",
                "\""
            })
    void refusesWhatIsNoKey(String header) {
        assertRefused(List.of(header));
    }

    @Test
    void refusesTwo() {
        assertRefused(List.of("a", "a"));
    }

    @Test
    void isNoneWithoutTheHeader() {
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    @Test
    void keepsOutOfLogs() {
        assertThat(new IdempotencyKey("apply-kim@example.org").toString()).doesNotContain("kim");
    }

    private static String key(String header) {
        return IdempotencyKey.of(List.of(header)).orElseThrow().value();
    }

    private static void assertRefused(List<String> headers) {
        assertThatThrownBy(() -> IdempotencyKey.of(headers))
                .isInstanceOfSatisfying(
                        BadRequest.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo("malformed-idempotency-key");
                            assertThat(refusal.faults().getFirst().pointer())
                                    .isEqualTo("/Idempotency-Key");
                        });
    }
}
