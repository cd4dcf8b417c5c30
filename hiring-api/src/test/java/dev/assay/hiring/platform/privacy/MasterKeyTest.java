package dev.assay.hiring.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final byte[] DATA_KEY =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final String CONTEXT = "employer/person";

    @TempDir private Path directory;

    private final String old = randomKey();
    private final String fresh = randomKey();

    @Test
    void opensWhatItWrapped() {
        MasterKey key = key(old);

        assertThat(key.unwrap(key.wrap(DATA_KEY, CONTEXT), CONTEXT)).isEqualTo(DATA_KEY);
        assertThat(key.hasOlder()).isFalse();
    }

    @Test
    void wrapsWithTheFirstAndOpensWithAny() {
        byte[] before = key(old).wrap(DATA_KEY, CONTEXT);

        MasterKey both = key("# November's exchange\n" + fresh + "\n\n" + old + "\n");

        assertThat(both.unwrap(before, CONTEXT)).isEqualTo(DATA_KEY);
        assertThat(both.wrap(DATA_KEY, CONTEXT)).startsWith(key(fresh).fingerprint());
        assertThat(both.hasOlder()).isTrue();
    }

    @Test
    void opensWithoutTheOldOneWhatWasWrappedAnew() {
        byte[] anew = key(fresh + "\n" + old).wrap(DATA_KEY, CONTEXT);

        assertThat(key(fresh).unwrap(anew, CONTEXT)).isEqualTo(DATA_KEY);
    }

    @Test
    void opensWithEitherWhatTheFirstBuildsWrapped() {
        byte[] unmarked = AesGcm.seal(Base64.getDecoder().decode(old), DATA_KEY, CONTEXT);

        assertThat(key(old).unwrap(unmarked, CONTEXT)).isEqualTo(DATA_KEY);
        assertThat(key(fresh + "\n" + old).unwrap(unmarked, CONTEXT)).isEqualTo(DATA_KEY);
        assertThat(key(old + "\n" + fresh).unwrap(unmarked, CONTEXT)).isEqualTo(DATA_KEY);
    }

    @Test
    void saysWhichKeyIsMissing() {
        byte[] before = key(old).wrap(DATA_KEY, CONTEXT);

        assertThatThrownBy(() -> key(fresh).unwrap(before, CONTEXT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(key(old).name())
                .hasMessageContaining("put it back");
    }

    @Test
    void opensNothingInAnotherContext() {
        MasterKey key = key(old);
        byte[] wrapped = key.wrap(DATA_KEY, CONTEXT);

        assertThatThrownBy(() -> key.unwrap(wrapped, "employer/another"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "c2hvcnQ=",
                "first: KEY",
                "KEY KEY"
            })
    void refusesAFileThatIsNotAsItShouldBeAndDoesNotShowIt(String text) {
        String content = text.replace("KEY", old);

        assertThatThrownBy(() -> key(content))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("assay.secrets.master-key-file ")
                .hasMessageNotContaining(old);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> MasterKey.read(directory.resolve("none")))
                .hasMessageContaining("assay.secrets.master-key-file");
    }

    private MasterKey key(String content) {
        try {
            return MasterKey.read(Files.writeString(directory.resolve("master.key"), content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
