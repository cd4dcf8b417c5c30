package dev.assay.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.credential.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JcsTest {

    /** The reference data that comes with RFC 8785. */
    @TestFactory
    Stream<DynamicTest> everyReferenceDocument() {
        var folder = Fixtures.folder("jcs");
        var inputs = Fixtures.files(folder.resolve("input"), ".json");
        assertThat(inputs).hasSize(6);
        return inputs.stream()
                .map(input -> {
                    var name = input.getFileName().toString();
                    return DynamicTest.dynamicTest(
                            name,
                            () -> {
                                var canonical =
                                        Jcs.canonical(
                                                        Fixtures.MAPPER.readTree(
                                                                Fixtures.bytes(input)))
                                                .getBytes(StandardCharsets.UTF_8);
                                assertThat(canonical)
                                        .isEqualTo(
                                                Fixtures.bytes(folder.resolve("output/" + name)));
                                var hex =
                                        Fixtures.text(
                                                        folder.resolve(
                                                                "outhex/"
                                                                        + name.replace(
                                                                                ".json", ".txt")))
                                                .replaceAll("\\s", "");
                                assertThat(HexFormat.of().formatHex(canonical)).isEqualTo(hex);
                            });
                });
    }

    /** RFC 8785 appendix B, by bit pattern. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writesNumbersAsEcmaScriptDoes(String bits, String expected) {
        var value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(Jcs.number(value)).isEqualTo(expected);
    }

    @Property(tries = 2000)
    void everyNumberReadsBackAsItself(@ForAll long bits) {
        var value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Double.parseDouble(Jcs.number(value))).isEqualTo(value == 0 ? 0.0 : value);
        }
    }

    /** Where ECMAScript changes from one way of writing a number to another. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-5, -5",
        "12, 12",
        "1.5, 1.5",
        "100000000000000000000, 100000000000000000000",
        "123456789012345680000, 123456789012345680000",
        "999999999999999900000, 999999999999999900000",
        "1e21, 1e+21",
        "1.5e21, 1.5e+21",
        "1e22, 1e+22",
        "0.1, 0.1",
        "0.000001, 0.000001",
        "0.0000015, 0.0000015",
        "1e-7, 1e-7",
        "1.5e-7, 1.5e-7",
        "-1e-7, -1e-7",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "333333333.33333329, 333333333.3333333",
        "2e-3, 0.002",
        "4.50, 4.5",
        "9007199254740994, 9007199254740994"
    })
    void numbersAreWrittenAsEcmaScriptWritesThem(double value, String expected) {
        assertThat(Jcs.number(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double value) {
        assertThatThrownBy(() -> Jcs.number(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, \\u0000", "1, \\u0001", "15, \\u000f", "16, \\u0010", "31, \\u001f"})
    void controlCharactersAreWrittenInLowerCase(int character, String expected) {
        var text =
                tools.jackson.databind.node.JsonNodeFactory.instance.stringNode(
                        String.valueOf((char) character));

        assertThat(Jcs.canonical(text)).isEqualTo('"' + expected + '"');
    }

    /** One of each length in UTF-8, at the start, in the middle and at the end of a text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "~\u007f",
                "\u0080",
                "é–😀",
                "x\u07ff\u0800\uffff",
                "é\"\\\b\t\n\f\r\u0001x",
                "/"
            })
    void isWrittenAsUtf8(String text) {
        var node = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        node.put(text, text).putArray("b").add(true).add(false).addNull().addObject();

        var canonical = new String(Jcs.utf8(node), StandardCharsets.UTF_8);

        assertThat(canonical).isEqualTo(Jcs.canonical(node));
        assertThat(Fixtures.MAPPER.readTree(canonical)).isEqualTo(node);
    }

    @Test
    void halfACharacterIsWrittenAsTheJdkEncodesIt() {
        var text =
                tools.jackson.databind.node.JsonNodeFactory.instance.stringNode("x\ud800y\udc00");

        assertThat(Jcs.utf8(text)).isEqualTo("\"x?y?\"".getBytes(StandardCharsets.US_ASCII));
    }

    @Property(tries = 500)
    void isTheSameForIntegersHoweverLarge(@ForAll long value) {
        for (long number :
                new long[] {value, value >> 11, value >> 12, 1L << 53, -(1L << 53) + 1}) {
            var node = tools.jackson.databind.node.JsonNodeFactory.instance.numberNode(number);

            assertThat(Jcs.canonical(node)).isEqualTo(Jcs.number((double) number));
        }
    }
}
