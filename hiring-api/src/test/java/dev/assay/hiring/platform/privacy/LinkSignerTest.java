package dev.assay.hiring.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSignerTest {

    private static final UUID EMPLOYER = UUID.fromString("01a20ada-2c00-7a00-8000-00000000a11a");
    private static final UUID ID = UUID.fromString("01a20ada-2c00-7a00-8000-000000000001");

    @TempDir private static Path folder;

    private final LinkSigner signer = signer(1);

    @Test
    void readsWhatItSigned() {
        assertThat(signer.read("a", signer.sign("a", EMPLOYER, ID)))
                .contains(new LinkSigner.Signed(EMPLOYER, ID));
    }

    @Test
    void believesNoLinkOfAnotherPurpose() {
        assertThat(signer.read("b", signer.sign("a", EMPLOYER, ID))).isEmpty();
    }

    @Test
    void believesNoLinkWithAnyBitChanged() {
        byte[] link = Base64.getUrlDecoder().decode(signer.sign("a", EMPLOYER, ID));
        for (int bit = 0; bit < link.length * 8; bit++) {
            byte[] altered = link.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(altered);

            assertThat(signer.read("a", text)).as("bit %d", bit).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "%", "../..", "AAAA", "null", "<script>"})
    void believesNothingElse(String text) {
        assertThat(signer.read("a", text)).isEmpty();
        assertThat(signer.read("a", signer.sign("a", EMPLOYER, ID) + text + "A")).isEmpty();
    }

    @Test
    void goesOnBelievingAKeyThatIsBeingExchanged() {
        String old = signer.sign("a", EMPLOYER, ID);
        LinkSigner exchanging = signer(2, 1);

        assertThat(exchanging.read("a", old)).isPresent();
        assertThat(exchanging.sign("a", EMPLOYER, ID)).isNotEqualTo(old);
        assertThat(signer.read("a", exchanging.sign("a", EMPLOYER, ID))).isEmpty();
        assertThat(signer(2).read("a", old)).isEmpty();
    }

    private static LinkSigner signer(int... seeds) {
        try {
            Path file = Files.createTempFile(folder, "master", ".key");
            List<String> lines = new ArrayList<>();
            for (int seed : seeds) {
                byte[] key = new byte[32];
                new Random(seed).nextBytes(key);
                lines.add(Base64.getEncoder().encodeToString(key));
            }
            Files.write(file, lines);
            return new LinkSigner(new PrivacyProperties(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
