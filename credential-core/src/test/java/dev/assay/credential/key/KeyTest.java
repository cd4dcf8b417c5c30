package dev.assay.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.credential.proof.Ed25519SigningKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    /** RFC 8032 §7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,"
                + "'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,"
                + "72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                + "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,"
                + "af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290"
                + "ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void ed25519SignsAndVerifiesAsPublished(
            String seed, String publicKey, String message, String signature) {
        var hex = HexFormat.of();
        var key = Ed25519SigningKey.fromSeed(hex.parseHex(seed));

        assertThat(key.publicKeyMultibase()).isEqualTo(Multikey.ofEd25519(hex.parseHex(publicKey)));
        assertThat(hex.formatHex(key.sign(hex.parseHex(message)))).isEqualTo(signature);
        assertThat(
                        Multikey.decode(key.publicKeyMultibase())
                                .orElseThrow()
                                .verifies(hex.parseHex(message), hex.parseHex(signature)))
                .isTrue();
    }

    @Test
    void aSigningKeyNeverShowsItsSecret() {
        byte[] seed = new byte[32];
        var key = Ed25519SigningKey.fromSeed(seed);

        assertThat(key.toString()).isEqualTo("Ed25519SigningKey[" + key.publicKeyMultibase() + "]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void aSeedHasThirtyTwoBytes(int length) {
        assertThatThrownBy(() -> Ed25519SigningKey.fromSeed(new byte[length]))
                .hasMessageContaining("32 bytes");
    }

    @Nested
    class Base58Text {

        @Property(tries = 500)
        void readsBackAsTheSameBytes(@ForAll @Size(max = 80) byte[] bytes) {
            assertThat(Base58.decode(Base58.encode(bytes)).orElseThrow()).isEqualTo(bytes);
        }

        @ParameterizedTest
        @CsvSource({
            "'', ''",
            "00, 1",
            "0000, 11",
            "61, 2g",
            "00eb15231dfceb60925886b67d065299925915aeb172c06647,"
                    + "1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L",
            "516b6fcd0f, ABnLTmg"
        })
        void isAsPublished(String hex, String text) {
            assertThat(Base58.encode(HexFormat.of().parseHex(hex))).isEqualTo(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "O", "I", "l", "z z", "é", "-"})
        void ofOtherLettersIsRefused(String text) {
            assertThat(Base58.decode(text)).isEmpty();
        }

        @Test
        void thatIsEndlessIsRefused() {
            assertThat(Base58.decode("z".repeat(1_024))).isPresent();
            assertThat(Base58.decode("z".repeat(1_025))).isEmpty();
        }
    }

    @Nested
    class AMultikey {

        @Property(tries = 500)
        void ofAnyBytesIsAKeyOrRefused(@ForAll @Size(max = 40) byte[] bytes) {
            assertThat(Multikey.decode("z" + Base58.encode(bytes))).isNotNull();
        }

        @Test
        void holdsCompressedPointsOfP256() throws Exception {
            for (int i = 0; i < 20; i++) { // both parities, and coordinates with leading zeros
                var pair = p256();
                var key = Multikey.decode("z" + Base58.encode(compressed(pair))).orElseThrow();

                assertThat(key.kind()).isEqualTo(KeyKind.P_256);
                assertThat(key.verifies(data(), signature(pair))).isTrue();
            }
        }

        @Test
        void offTheCurveIsRefused() throws Exception {
            byte[] bytes = compressed(p256());
            int refused = 0;
            for (int i = 0; i < 40; i++) {
                bytes[20] = (byte) i;
                refused += Multikey.decode("z" + Base58.encode(bytes)).isEmpty() ? 1 : 0;
            }
            assertThat(refused).as("half of all numbers are no x of a point").isBetween(5, 35);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "z",
                    "z1",
                    "u7QHt",
                    "zQ3sh",
                    "z6Mk",
                    "6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ"
                })
        void ofAnyOtherFormIsRefused(String text) {
            assertThat(Multikey.decode(text)).isEmpty();
        }

        @Test
        void withABytePastItsKeyIsRefused() {
            byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex("ed01"), 35);

            assertThat(Multikey.decode("z" + Base58.encode(bytes))).isEmpty();
        }

        private static byte[] compressed(KeyPair pair) {
            var point = ((ECPublicKey) pair.getPublic()).getW();
            byte[] bytes = new byte[35];
            bytes[0] = (byte) 0x80;
            bytes[1] = 0x24;
            bytes[2] = (byte) (point.getAffineY().testBit(0) ? 3 : 2);
            byte[] x = fixed(point.getAffineX());
            System.arraycopy(x, 0, bytes, 3, 32);
            return bytes;
        }

        private static byte[] fixed(BigInteger number) {
            byte[] bytes = number.toByteArray();
            byte[] fixed = new byte[32];
            int used = Math.min(32, bytes.length);
            System.arraycopy(bytes, bytes.length - used, fixed, 32 - used, used);
            return fixed;
        }

        private static KeyPair p256() throws Exception {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        }

        private static byte[] data() {
            return "data".getBytes(StandardCharsets.UTF_8);
        }

        private static byte[] signature(KeyPair pair) throws Exception {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate());
            signer.update(data());
            return signer.sign();
        }
    }
}
