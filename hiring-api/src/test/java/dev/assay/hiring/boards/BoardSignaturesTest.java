package dev.assay.hiring.boards;

import static dev.assay.hiring.boards.BoardShapes.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a board signed is taken, and nothing that differs from it in a single byte. */
class BoardSignaturesTest {

    private static final String SECRET = "sample-secret-of-a-board";
    private static final byte[] KEY = ascii(SECRET);
    private static final List<BoardAdapter> ADAPTERS =
            List.of(new IndeedApply(), new LinkedInApply());

    private static String signature(Board board, byte[] body) {
        return switch (board) {
            case INDEED -> BoardShapes.indeed(SECRET, body);
            case LINKEDIN -> BoardShapes.linkedIn(SECRET, body);
        };
    }

    private static byte[] body(Board board) {
        return BoardShapes.body(board.wireName(), Map.of("job", "j"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 2202, test case 2; computed by others. */
    @Test
    void indeedsIsHmacSha1InBase64() {
        assertThat(
                        new IndeedApply()
                                .isSigned(
                                        ascii("Jefe"),
                                        ascii("what do ya want for nothing?"),
                                        "7/zfauXrL6LSdBbV8YTfnCWafHk="))
                .isTrue();
    }

    /** RFC 4231, test case 2; computed by others. */
    @Test
    void linkedInsIsHmacSha256InHexadecimalAfterItsName() {
        assertThat(
                        new LinkedInApply()
                                .isSigned(
                                        ascii("Jefe"),
                                        ascii("what do ya want for nothing?"),
                                        "hmacsha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
                .isTrue();
    }

    /** Computed with OpenSSL. */
    @Test
    void linkedInIsShownThatTheAddressKnowsTheSecretAndIndeedAsksNobody() {
        String challenge = "019e0000-0000-4000-8000-0000000000c1";

        assertThat(new LinkedInApply().answer(KEY, challenge))
                .contains("8be54c18a00da15d1b72b56a29c622d557f25747343fe55ac08634a7cf654cdb");
        assertThat(new IndeedApply().answer(KEY, challenge)).isEmpty();
    }

    @Test
    void linkedInMayHaveSignedItWithAllEscapedThatIsNotAscii() {
        byte[] sent = "{\"name\":\"Zoë 😀\"}".getBytes(StandardCharsets.UTF_8);

        for (String escaped :
                List.of(
                        "{\"name\":\"Zo\\u00eb \\ud83d\\ude00\"}",
                        "{\"name\":\"Zo\\u00EB \\uD83D\\uDE00\"}")) {
            assertThat(
                            new LinkedInApply()
                                    .isSigned(
                                            KEY,
                                            sent,
                                            BoardShapes.linkedIn(SECRET, ascii(escaped))))
                    .isTrue();
        }
        assertThat(
                        new LinkedInApply()
                                .isSigned(
                                        KEY,
                                        sent,
                                        BoardShapes.linkedIn(
                                                SECRET,
                                                ascii("{\"name\":\"Zo\\u00ea \\ud83d\\ude00\"}"))))
                .isFalse();
    }

    @Property(tries = 400)
    void aSingleByteOfTheBodyChangedIsRefused(
            @ForAll @IntRange(max = 100_000) int at, @ForAll @IntRange(min = 1, max = 255) int by) {
        for (BoardAdapter adapter : ADAPTERS) {
            byte[] body = body(adapter.board());
            String signature = signature(adapter.board(), body);
            assertThat(adapter.isSigned(KEY, body, signature)).isTrue();

            body[at % body.length] ^= (byte) by;

            assertThat(adapter.isSigned(KEY, body, signature)).isFalse();
        }
    }

    @Property(tries = 400)
    void aSingleCharacterOfTheSignatureChangedIsRefused(
            @ForAll @IntRange(max = 1_000) int at, @ForAll @IntRange(min = 1, max = 127) int by) {
        for (BoardAdapter adapter : ADAPTERS) {
            byte[] body = body(adapter.board());
            StringBuilder signature = new StringBuilder(signature(adapter.board(), body));
            int there = at % signature.length();

            signature.setCharAt(there, (char) (signature.charAt(there) ^ by));

            assertThat(adapter.isSigned(KEY, body, signature.toString())).isFalse();
        }
    }

    @Test
    void anothersSecretALackOfOneAndWhatIsLeftOffAreRefused() {
        for (BoardAdapter adapter : ADAPTERS) {
            byte[] body = body(adapter.board());
            String signature = signature(adapter.board(), body);

            assertThat(adapter.isSigned(ascii(SECRET + "x"), body, signature)).isFalse();
            assertThat(adapter.isSigned(KEY, body, "")).isFalse();
            assertThat(adapter.isSigned(KEY, body, signature.substring(1))).isFalse();
            assertThat(adapter.isSigned(KEY, body, signature + "=")).isFalse();
            assertThat(adapter.isSigned(KEY, body, signature + "\u00e9")).isFalse();
        }
    }

    @Test
    void whatOneBoardSignsIsNoSignatureOfTheOthers() {
        byte[] body = body(Board.INDEED);

        assertThat(new LinkedInApply().isSigned(KEY, body, BoardShapes.indeed(SECRET, body)))
                .isFalse();
        assertThat(new IndeedApply().isSigned(KEY, body, BoardShapes.linkedIn(SECRET, body)))
                .isFalse();
    }
}
