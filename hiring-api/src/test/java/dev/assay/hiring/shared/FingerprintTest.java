package dev.assay.hiring.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    @Test
    void isTheSameForTheSameInTheSameOrder() {
        Fingerprint of = Fingerprint.of(List.of("a", 1));

        assertThat(of)
                .isEqualTo(Fingerprint.of(List.of("a", "1")))
                .isNotEqualTo(Fingerprint.of(List.of("1", "a")))
                .isNotEqualTo(Fingerprint.of(List.of("a1")))
                .isNotEqualTo(Fingerprint.of(List.of()));
    }

    @Test
    void refusesWhoSawAnythingElse() {
        Fingerprint now = Fingerprint.of(List.of("now"));

        assertThatCode(() -> now.requireSeen(new Fingerprint(now.hex())))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> now.requireSeen(Fingerprint.of(List.of("before"))))
                .isInstanceOf(StaleVersion.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF"})
    void isSixteenLowerCaseDigits(String hex) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint(hex));
    }

    /** "abc", as FIPS 180-4's examples have it. */
    @Test
    void digestsAsPublished() {
        assertThat(Sha256.hex("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex("abc", 4)).isEqualTo("ba7816bf");
    }
}
