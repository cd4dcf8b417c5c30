package dev.assay.credential.input;

import static dev.assay.credential.fixture.Samples.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Tokens;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedInputTest {

    @Nested
    class Text {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "  ",
                    "{",
                    "{}}",
                    "{} {}",
                    "{\"a\":1,}",
                    "{'a':1}",
                    "{\"a\":01}",
                    "{\"a\":+1}",
                    "{\"a\":.5}",
                    "{\"a\":NaN}",
                    "{\"a\":Infinity}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"line\nbreak\"}",
                    "/* comment */ {}",
                    "\uFEFF{}",
                    "not json"
                })
        void thatIsNotJsonIsSaidToBeSo(String text) {
            assertThat(fault(text)).isEqualTo("malformed-json");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "80",
                    "7b2261223a22ff227d",
                    "7b2261223a22c0af227d",
                    "7b2261223a22eda080227d"
                })
        void thatIsNotUtf8IsSaidToBeSo(String hex) {
            var report = verify(HexFormat.of().parseHex(hex));

            assertThat(report.fault().orElseThrow().code().wireName()).isEqualTo("not-utf-8");
        }

        @Test
        void inUtf16IsNoUtf8() {
            byte[] bytes = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_16);

            assertThat(verify(bytes).fault().orElseThrow().code().wireName())
                    .isEqualTo("not-utf-8");
        }
    }

    @Nested
    class AKeyTwice {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"a\":1,\"a\":2}",
                    "{\"a\":1,\"\\u0061\":2}",
                    "{\"x\":[{\"b\":{},\"c\":0,\"b\":{}}]}"
                })
        void isRefused(String text) {
            assertThat(fault(text)).isEqualTo("duplicate-key");
        }

        @Test
        void inTheClaimsOfATokenIsRefused() {
            var token =
                    Tokens.base64("{\"alg\":\"EdDSA\",\"kid\":\"x\"}")
                            + "."
                            + Tokens.base64("{\"iss\":\"a\",\"iss\":\"b\"}")
                            + ".AAAA";

            assertThat(fault(token)).isEqualTo("duplicate-key");
        }
    }

    @Nested
    class Limits {

        @ParameterizedTest
        @CsvSource({"63, false", "64, false", "65, true", "100000, true"})
        void onDepthHoldToTheLevel(int depth, boolean refused) {
            var text = "[".repeat(depth) + "]".repeat(depth);

            assertThat(verify(text).fault().isPresent()).isEqualTo(refused);
            if (refused) {
                assertThat(fault(text)).isEqualTo("too-deep");
            }
        }

        @ParameterizedTest
        @CsvSource({"-1, false", "0, false", "1, true"})
        void onSizeHoldToTheByte(int above, boolean refused) {
            int max = InputLimits.standard().maxBytes();
            var text = "{\"a\":\"" + "x".repeat(max + above - 8) + "\"}";
            assertThat(text).hasSize(max + above);

            assertThat(verify(text).fault().isPresent()).isEqualTo(refused);
            if (refused) {
                assertThat(fault(text)).isEqualTo("too-large");
            }
        }

        @ParameterizedTest
        @CsvSource({"4999, false", "5000, true"})
        void onTheNumberOfObjectsHold(int inner, boolean refused) {
            var text = "{\"a\":[" + "{},".repeat(inner - 1) + "{}]}";

            assertThat(verify(text).fault().isPresent()).isEqualTo(refused);
            if (refused) {
                assertThat(fault(text)).isEqualTo("too-complex");
            }
        }

        @Test
        void onSizeHoldForTokensToo() {
            var token = "e30." + "A".repeat(InputLimits.standard().maxBytes()) + ".AAAA";

            assertThat(fault(token)).isEqualTo("too-large");
        }
    }

    @Nested
    class ACharacter {

        @ParameterizedTest
        @ValueSource(strings = {"{\"a\":\"x\\u0000\"}", "{\"a\\u0000\":1}"})
        void nulIsRefused(String text) {
            assertThat(fault(text)).isEqualTo("nul-character");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"a\":\"\\ud800\"}",
                    "{\"a\":\"\\udc00\\ud800\"}",
                    "{\"a\":\"\\ud800x\"}",
                    "{\"\\udfff\":1}"
                })
        void halvedIsRefused(String text) {
            assertThat(fault(text)).isEqualTo("lone-surrogate");
        }

        @Test
        void outsideTheBasicPlaneIsWelcome() {
            assertThat(verify("{\"a\":\"\\ud83d\\ude00 😀\"}").fault()).isEmpty();
        }
    }

    @Nested
    class ANumber {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "9007199254740993",
                    "0.1000000000000000055511151231257827",
                    "1e400",
                    "-1e400",
                    "1e-400",
                    "1e999999999",
                    "123456789012345678",
                    "5e-324000"
                })
        void thatIsNotExactIsRefused(String number) {
            assertThat(fault("{\"a\":" + number + "}")).isEqualTo("unsafe-number");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0",
                    "-0",
                    "0.0",
                    "1e2",
                    "0.1",
                    "9007199254740992",
                    "1e300",
                    "2.50",
                    "1E-7"
                })
        void thatMeansTheSameToEverybodyIsWelcome(String number) {
            assertThat(verify("{\"a\":" + number + "}").fault()).isEmpty();
        }

        @Test
        void thatIsEndlessIsRefused() {
            assertThat(fault("{\"a\":" + "1".repeat(65) + "}")).isEqualTo("number-too-long");
        }

        @Test
        void withAnEndlessExponentIsRefused() {
            assertThat(fault("{\"a\":1e" + "9".repeat(30) + "}")).isEqualTo("unsafe-number");
            assertThat(fault("{\"a\":1e-" + "9".repeat(30) + "}")).isEqualTo("unsafe-number");
        }
    }

    @Test
    void aFaultNamesThePlace() {
        var fault = verify("{\"a\":[{\"b/c\":\"\\u0000\"}]}").fault().orElseThrow();

        assertThat(fault.pointer()).contains("/a/0/b~1c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true", "{}", "{\"type\":\"Person\"}"})
    void aDocumentThatIsNoCredentialFails(String text) {
        var report = verify(text);

        assertThat(report.fault()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Samples.check(report, CheckName.STRUCTURE)).isEqualTo("failed not-a-credential");
    }

    @Property(tries = 500)
    void anyBytesHaveAReport(@ForAll @Size(max = 300) byte[] bytes) {
        assertThat(verify(bytes).outcome()).isEqualTo(Outcome.FAILED);
    }

    private static String fault(String text) {
        VerificationReport report = verify(text);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        return report.fault().orElseThrow().code().wireName();
    }
}
