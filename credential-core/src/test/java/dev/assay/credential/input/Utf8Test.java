package dev.assay.credential.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.report.CheckCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class Utf8Test {

    private static final int[] TELLING = {
        0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec,
        0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff
    };

    /** Over bytes from both sides of every bound, and over any others. */
    @Property(tries = 1_000)
    void isWhatTheJdkTakesForIt(@ForAll long seed) {
        var random = new Random(seed);
        byte[] bytes = new byte[2 + random.nextInt(7)];
        for (int i = 1; i < bytes.length - 1; i++) {
            bytes[i] =
                    (byte)
                            (random.nextInt(5) > 0
                                    ? TELLING[random.nextInt(TELLING.length)]
                                    : 0x20 + random.nextInt(0xe0));
        }
        bytes[0] = '"';
        bytes[bytes.length - 1] = '"';

        assertThat(isRefusedAsNotUtf8(bytes)).as("%s", bytes).isEqualTo(!isUtf8ToTheJdk(bytes));
    }

    private static boolean isRefusedAsNotUtf8(byte[] bytes) {
        return StrictJson.within(InputLimits.standard()).parse(bytes)
                        instanceof ParseResult.Malformed(var fault)
                && fault.code() == CheckCode.NOT_UTF_8;
    }

    private static boolean isUtf8ToTheJdk(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
