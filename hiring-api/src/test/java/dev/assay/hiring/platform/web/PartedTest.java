package dev.assay.hiring.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One member goes its own way, wherever it stands, and nothing else of the body changes. */
class PartedTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> VALUES =
            List.of(
                    "[1, {\"x\":2}]",
                    "{\"x\":[]}",
                    "\"a\\\"},\\u00e9é\"",
                    "-1.50e3",
                    "true",
                    "null");
    private static final List<String> GAPS = List.of("", " ", "\n\t ");

    private static Parted parted(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.createParser(bytes)) {
            return Parted.of(parser, bytes, "x");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Among none, one or two others, before, between and behind them. */
    @Test
    void aMemberIsTakenOutWhereverItStands() {
        for (String value : VALUES) {
            for (String gap : GAPS) {
                for (int others = 0; others <= 2; others++) {
                    for (int at = 0; at <= others; at++) {
                        holds(value, gap, others, at);
                    }
                }
            }
        }
    }

    private static void holds(String value, String gap, int others, int at) {
        StringBuilder whole = new StringBuilder(gap + "{");
        ObjectNode left = JSON.createObjectNode();
        for (int i = 0; i <= others; i++) {
            String name = i == at ? "x" : "o" + i;
            String said = i == at ? value : VALUES.get(i + 1);
            whole.append(i == 0 ? "" : ",").append(gap);
            whole.append('"').append(name).append('"').append(gap).append(':').append(gap);
            whole.append(said).append(gap);
            if (i != at) {
                left.set(name, JSON.readTree(said));
            }
        }
        String body = whole + "}" + gap;

        Parted parted = parted(body);

        String rest = text(parted.rest());
        assertThat(JSON.readTree(rest)).as(body).isEqualTo(left);
        for (int i = 0; i <= others; i++) {
            if (i != at) {
                assertThat(rest).as("byte for byte").contains(VALUES.get(i + 1));
            }
        }
        assertThat(text(parted.taken().orElseThrow())).isEqualTo("{\"x\":" + value + "}");
    }

    @Test
    void itsNameMayBeWrittenAnotherWay() {
        Parted parted = parted("{\"a\":1,\"\\u0078\":[\"said\"]}");

        assertThat(text(parted.rest())).isEqualTo("{\"a\":1}");
        assertThat(text(parted.taken().orElseThrow())).isEqualTo("{\"x\":[\"said\"]}");
    }

    @Test
    void aMarkOfTheOrderOfBytesIsNoPartOfAnyMember() {
        Parted parted = parted("\uFEFF{\"a\":\"\u00e9\",\"x\":[1],\"b\":2}");

        assertThat(text(parted.rest())).isEqualTo("\uFEFF{\"a\":\"\u00e9\",\"b\":2}");
        assertThat(text(parted.taken().orElseThrow())).isEqualTo("{\"x\":[1]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\": {\"x\": 1}, \"y\": \"x\"}", "[{\"x\":1}]", "\"x\"", "7"})
    void whatHoldsNoSuchMemberStaysAsItCame(String body) {
        Parted parted = parted(body);

        assertThat(text(parted.rest())).isEqualTo(body);
        assertThat(parted.taken()).isEmpty();
    }
}
