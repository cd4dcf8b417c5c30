package dev.assay.credential.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualJsonTest {

    private static final InputLimits LIMITS = InputLimits.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " \t\r\n{ \"a\" : [ 1 , 2.5 , true , false , null , \"x\" ] } \n",
                "{\"a\":0,\"b\":-1,\"c\":123456789012345,\"d\":-0.5,\"e\":0.000000000001}",
                "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\"}",
                "{\"ö\":\"Schweißen – 😀\"}",
                "{\"sixteen bytes long\":\"x\",\"\":\"\",\"type\":[\"A\",[\"B\"]]}",
                "\"text\""
            })
    void isReadAsTheGeneralWayReadsIt(String text) {
        assertThat(agree(text)).isTrue();
    }

    /** What is wrong, or takes thought, is for the general way to say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "[1,]",
                "[,]",
                "{} x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "{a:1}",
                "{'a':1}",
                "[01]",
                "[-]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[-0]",
                "[2.50]",
                "[1e2]",
                "[1.5E2]",
                "[1.2.3]",
                "[1234567890123456]",
                "[0.1234567890123456]",
                "[tru]",
                "[nul]",
                "[True]",
                "[\"a\nb\"]",
                "[\"a",
                "[\"a\\",
                "[\"a\\\"",
                "[\"\\x\"]",
                "[\"\\u12\"]",
                "[\"\\u12g4\"]",
                "[\"\\u0000\"]",
                "[\"\\ud83d\\ude00\"]",
                "[\"\\ud83d\"]",
                "[1]\u0000",
                "\u00a0[1]"
            })
    void isNotReadWhereItIsNotUsual(String text) {
        assertThat(UsualJson.read(text.getBytes(StandardCharsets.UTF_8), LIMITS)).isEmpty();
    }

    @Test
    void isNotReadWhereItIsNoUtf8() {
        byte[] bytes = "{\"a\":\"xxxxxxxxx?\"}".getBytes(StandardCharsets.US_ASCII);
        for (int b = 0x80; b <= 0xff; b++) {
            bytes[15] = (byte) b;

            assertThat(UsualJson.read(bytes, LIMITS)).isEmpty();
        }
    }

    @Test
    void isReadUpToTheLimitsAndNoFurther() {
        var limits = new InputLimits(1_000, 3, 2);

        assertThat(UsualJson.read(bytes("[[{\"a\":{}}]]"), limits)).isEmpty();
        assertThat(UsualJson.read(bytes("[{\"a\":{}}]"), limits)).isPresent();
        assertThat(UsualJson.read(bytes("[{},{}]"), limits)).isPresent();
        assertThat(UsualJson.read(bytes("[{},{},{}]"), limits)).isEmpty();
        assertThat(UsualJson.read(bytes("[".repeat(100_000)), new InputLimits(1 << 20, 1 << 20, 1)))
                .isEmpty();
    }

    @Test
    void aBadgeIsUsual() {
        assertThat(agree(Samples.badge().toString())).isTrue();
        assertThat(agree(Samples.badge().toPrettyString())).isTrue();
    }

    /** Every character that ends a run of plain ones, at every place within a word of eight. */
    @Test
    void aTextIsReadWholeWhereverItEndsOrTurnsOdd() {
        for (int length = 0; length < 20; length++) {
            for (var odd : new String[] {"", "\\\"", "\\\\", "é", "€", "😀", "\\u00e9", "\u007f"}) {
                for (int at = 0; at <= length; at++) {
                    var text = "x".repeat(at) + odd + "y".repeat(length - at);
                    assertThat(agree("{\"" + text + "\":\"" + text + "\"}")).as(text).isTrue();
                }
            }
        }
    }

    @Property(tries = 600)
    void whateverItIsTheyAgree(@ForAll long seed) {
        var random = new Random(seed);
        byte[] document = Samples.badge().toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(document.length);
            document = spliced(document, at, ODD[random.nextInt(ODD.length)], random.nextInt(3));
        }

        BothReaders.agree(document, LIMITS);
    }

    private static final String[] ODD = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u0041",
        "\\u0000",
        "\\ud800",
        "1",
        "-",
        "0",
        ".5",
        "e9",
        " ",
        "\n",
        "\u0001",
        "é",
        "\ufeff",
        "null",
        "true",
        "\"a\":1,",
        "[{}],",
        "type"
    };

    private static byte[] spliced(byte[] document, int at, String odd, int without) {
        var text = new String(document, StandardCharsets.ISO_8859_1);
        var inserted = new String(bytes(odd), StandardCharsets.ISO_8859_1);
        var rest = text.substring(Math.min(text.length(), at + without));
        return (text.substring(0, at) + inserted + rest).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean agree(String text) {
        return BothReaders.agree(bytes(text), LIMITS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
