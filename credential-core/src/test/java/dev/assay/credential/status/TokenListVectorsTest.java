package dev.assay.credential.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.source.StatusSource.Answer;
import dev.assay.credential.source.StatusSource.Question;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * F9: the examples of Token Status List, draft 18: in JSON with every status they list, in CBOR as
 * something we do not read.
 */
@DisplayName("F9: Token Status List, draft 18")
class TokenListVectorsTest {

    private static final Pattern OBJECT = Pattern.compile("\\{.*}", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({
        "encoding, 0, 1",
        "encoding, 1, 0",
        "encoding, 2, 0",
        "encoding, 3, 1",
        "encoding, 4, 1",
        "encoding, 5, 1",
        "encoding, 6, 0",
        "encoding, 7, 1",
        "encoding, 8, 1",
        "encoding, 9, 1",
        "encoding, 10, 0",
        "encoding, 15, 1",
        "encoding2, 0, 1",
        "encoding2, 1, 2",
        "encoding2, 2, 0",
        "encoding2, 3, 3",
        "encoding2, 4, 0",
        "encoding2, 5, 1",
        "encoding2, 6, 0",
        "encoding2, 7, 1",
        "encoding2, 8, 1",
        "encoding2, 9, 2",
        "encoding2, 10, 3",
        "encoding2, 11, 3",
        "encoding1_long, 0, 1",
        "encoding1_long, 1, 0",
        "encoding1_long, 1993, 1",
        "encoding1_long, 25460, 1",
        "encoding1_long, 159495, 1",
        "encoding1_long, 495669, 1",
        "encoding1_long, 554353, 1",
        "encoding1_long, 645645, 1",
        "encoding1_long, 723232, 1",
        "encoding1_long, 854545, 1",
        "encoding1_long, 934534, 1",
        "encoding1_long, 1000345, 1",
        "encoding2_long, 0, 1",
        "encoding2_long, 1993, 2",
        "encoding2_long, 25460, 1",
        "encoding2_long, 159495, 3",
        "encoding2_long, 495669, 1",
        "encoding2_long, 554353, 1",
        "encoding2_long, 645645, 2",
        "encoding2_long, 723232, 1",
        "encoding2_long, 854545, 1",
        "encoding2_long, 934534, 2",
        "encoding2_long, 1000345, 3",
        "encoding4, 0, 1",
        "encoding4, 1993, 2",
        "encoding4, 35460, 3",
        "encoding4, 459495, 4",
        "encoding4, 595669, 5",
        "encoding4, 754353, 6",
        "encoding4, 845645, 7",
        "encoding4, 923232, 8",
        "encoding4, 924445, 9",
        "encoding4, 934534, 10",
        "encoding4, 1004534, 11",
        "encoding4, 1000345, 12",
        "encoding4, 1030203, 13",
        "encoding4, 1030204, 14",
        "encoding4, 1030205, 15",
        "encoding8, 4520, 213",
        "encoding8, 13628, 20",
        "encoding8, 19535, 255",
        "encoding8, 1199, 121",
        "encoding8, 0, 0"
    })
    void hasTheStatusListed(String file, int index, int status) {
        var list = list(file);
        byte[] bytes = TokenLists.inflate(list.path("lst").stringValue()).orElseThrow();

        assertThat(TokenLists.status(bytes, index, list.path("bits").intValue())).hasValue(status);
    }

    @ParameterizedTest
    @CsvSource({"encoding1_long, 1048576", "encoding2_long, 1048576", "encoding, 16"})
    void endsWhereItEnds(String file, int length) {
        var list = list(file);
        byte[] bytes = TokenLists.inflate(list.path("lst").stringValue()).orElseThrow();
        int bits = list.path("bits").intValue();

        assertThat(TokenLists.status(bytes, length - 1, bits)).isPresent();
        assertThat(TokenLists.status(bytes, length, bits)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "eNrbuRgAAhcBX", "!!!!"})
    void thatCannotBeInflatedIsNone(String encoded) {
        assertThat(TokenLists.inflate(encoded)).isEmpty();
    }

    @Test
    void indexesBeyondAllListsAreNone() {
        assertThat(TokenLists.status(new byte[4], Integer.MAX_VALUE, 8)).isEmpty();
    }

    /** Known by its name, and never taken for a list that says nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status_list_cwt",
                "status_list_encoding_cbor",
                "status_list_encoding2_cbor",
                "status_list_encoding1_long_cbor",
                "status_list_encoding2_long_cbor",
                "status_list_encoding4_cbor",
                "status_list_encoding8_cbor"
            })
    void inCborDecidesNothing(String file) {
        var address = "https://issuer.example/statuses/1";
        var lists =
                new TokenLists(
                        new Web().with(address, hex(file)), InputLimits.standard(), Samples.NOW);
        var entry = Samples.parse("{\"idx\": 0, \"uri\": \"%s\"}".formatted(address));

        var answer =
                lists.statusOf(new Question(entry, "https://issuer.example", Optional.empty()));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Unavailable.class,
                        unavailable -> {
                            assertThat(unavailable.code())
                                    .isEqualTo(CheckCode.STATUS_TYPE_UNSUPPORTED);
                            assertThat(unavailable.reason()).contains("CBOR");
                        });
    }

    @Test
    void aCredentialInCborIsKnownByNameAndUndecided() {
        var report = Samples.verify(hex("referenced_token_cwt"));

        assertThat(report.outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(Samples.check(report, CheckName.STRUCTURE))
                .isEqualTo("indeterminate unsupported-format");
        assertThat(report.check(CheckName.STRUCTURE).detail()).contains("CBOR");
    }

    /** The bytes that a file has in hexadecimal, on many lines, after some remarks or none. */
    private static byte[] hex(String name) {
        var text = Fixtures.text(Fixtures.folder("token-status-list").resolve(name + ".md"));
        int remarks = text.indexOf("encoded:");
        var digits = remarks < 0 ? text : text.substring(remarks + "encoded:".length());
        return HexFormat.of().parseHex(digits.replaceAll("\\s+", ""));
    }

    private static JsonNode list(String name) {
        var text =
                Fixtures.text(
                        Fixtures.folder("token-status-list")
                                .resolve("status_list_" + name + "_json.md"));
        var object = OBJECT.matcher(text);
        assertThat(object.find()).isTrue();
        return Samples.parse(object.group().replaceAll("\\s+", ""));
    }
}
