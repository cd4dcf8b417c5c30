package dev.assay.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8949, as much of it as derived proofs are written in. */
class CborTest {

    @ParameterizedTest
    @CsvSource({
        "00, 0",
        "17, 23",
        "1818, 24",
        "18ff, 255",
        "190100, 256",
        "190102, 258",
        "19ffff, 65535"
    })
    void numbersAreReadInEveryLength(String hex, int expected) {
        assertThat(Cbor.read(bytes(hex))).contains(expected);
    }

    @Test
    void bytesMayGoToTheEnd() {
        assertThat(Cbor.read(bytes("420102")))
                .hasValueSatisfying(v -> assertThat((byte[]) v).containsExactly(1, 2));
        assertThat(Cbor.read(bytes("40")))
                .hasValueSatisfying(v -> assertThat((byte[]) v).isEmpty());
    }

    @Test
    void listsAndMapsHoldWhatTheySay() {
        assertThat(Cbor.read(bytes("8301020303"))).isEmpty();
        assertThat(Cbor.read(bytes("83010203"))).contains(List.of(1, 2, 3));
        assertThat(Cbor.read(bytes("a201020304"))).contains(Map.of(1, 2, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "4101ff", // more than was said
                "42ff", // less
                "8201", // a list that ends early
                "a101", // a map that ends early
                "a201020103", // a key twice
                "a14101ff", // a key that is no number
                "1a00000001", // a longer number
                "20", // a negative one
                "60", // text
                "c000", // a tag
                "f5", // true
                "9fff", // a list without a length
                "18", // a number without its byte
                "1901" // a number without its second byte
            })
    void anythingElseIsRefused(String hex) {
        assertThat(Cbor.read(bytes(hex))).isEmpty();
    }

    @Test
    void nestingEndsSomewhere() {
        int deepest = 0;
        while (Cbor.read(bytes("81".repeat(deepest + 1) + "00")).isPresent()) {
            deepest++;
        }

        assertThat(deepest).isBetween(2, 16);
        assertThat(Cbor.read(bytes("a100".repeat(deepest) + "00"))).isPresent();
        assertThat(Cbor.read(bytes("a100".repeat(deepest + 1) + "00"))).isEmpty();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
