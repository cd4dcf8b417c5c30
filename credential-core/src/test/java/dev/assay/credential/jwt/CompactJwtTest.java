package dev.assay.credential.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJwtTest {

    private static final StrictJson JSON = StrictJson.within(InputLimits.standard());
    private static final String EMPTY = "e30"; // {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "e30",
                "e30.e30",
                "e30..AA",
                ".e30.AA",
                "e30.e30.AA.AA",
                "e30.e30.A",
                "e30.e30.AA==",
                "e30=.e30.AA",
                "e30.e30=.AA",
                "e30.e30.A+",
                "e30.e30.A/A",
                "e30.e30.AA\n",
                "e30.e31.AA",
                "e31.e30.AA",
                "W10.e30.AA",
                "e30.W10.AA",
                "e30.e30.Ā"
            })
    void refusesWhatIsNotThreePartsOfTheirOneSpelling(String token) {
        assertThat(CompactJwt.parse(token, JSON)).isInstanceOf(CompactJwt.Parsed.Malformed.class);
    }

    @Test
    void takesATokenOutOfWhatIsAroundIt() {
        var text = "xx" + EMPTY + ".eyJhIjoxfQ.AQI" + "yy";
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(CompactJwt.parse(bytes, 2, bytes.length - 2, JSON))
                .isInstanceOfSatisfying(
                        CompactJwt.Parsed.Token.class,
                        token -> {
                            assertThat(token.jwt().header().isEmpty()).isTrue();
                            assertThat(token.jwt().payload().path("a").intValue()).isOne();
                            assertThat(token.jwt().signature()).containsExactly(1, 2);
                            assertThat(token.jwt().signingInput())
                                    .asString(StandardCharsets.US_ASCII)
                                    .isEqualTo("e30.eyJhIjoxfQ");
                        });
    }

    /** Decoded and encoded again a part is what it was, or else it is refused. */
    @Property(tries = 1_000)
    void eachSignatureHasOneSpelling(@ForAll long seed) {
        var random = new Random(seed);
        byte[] signature = new byte[random.nextInt(8)];
        random.nextBytes(signature);
        var spelt = new StringBuilder(encoded(signature));
        if (!spelt.isEmpty()) {
            int at = random.nextBoolean() ? spelt.length() - 1 : random.nextInt(spelt.length());
            spelt.setCharAt(at, "AQgwBEIMZaz09-_=+/~".charAt(random.nextInt(19)));
        }

        var parsed = CompactJwt.parse(EMPTY + "." + EMPTY + "." + spelt, JSON);

        if (parsed instanceof CompactJwt.Parsed.Token(var jwt)) {
            assertThat(encoded(jwt.signature())).isEqualTo(spelt.toString());
        } else {
            assertThat(isOneSpelling(spelt.toString())).isFalse();
        }
    }

    private static boolean isOneSpelling(String text) {
        try {
            return encoded(Base64.getUrlDecoder().decode(text)).equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
