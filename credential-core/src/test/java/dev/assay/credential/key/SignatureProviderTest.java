package dev.assay.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.credential.proof.Ed25519SigningKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever computes it, the answer is the same, and the strict one. */
class SignatureProviderTest {

    private static final byte[] DATA = "a message".getBytes(StandardCharsets.UTF_8);

    static Stream<SignatureProvider> everyProviderForEd25519() {
        return offering(KeyKind.ED25519);
    }

    private static Stream<SignatureProvider> offering(KeyKind kind) {
        return Arrays.stream(SignatureProvider.values()).filter(p -> p.offers(kind));
    }

    @Test
    void thatNeedsNoNativeCodeIsAlwaysThere() {
        for (var kind : KeyKind.values()) {
            assertThat(offering(kind))
                    .contains(SignatureProvider.BOUNCY_CASTLE, SignatureProvider.JDK);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void thatIsFastestIsUsedWhereItIsThere() {
        for (var kind : KeyKind.values()) {
            assertThat(SignatureProvider.of(kind))
                    .isEqualTo(offering(kind).findFirst().orElseThrow());
        }
        assertThat(SignatureProvider.of(KeyKind.ED25519).isNative()).isTrue();
    }

    @Test
    void saysWhoIsInUse() {
        assertThat(SignatureProvider.inUse())
                .containsOnlyKeys("EdDSA", "ES256", "ES384", "RS256")
                .allSatisfy((_, name) -> assertThat(name).matches("[A-Z][A-Za-z ]+ [0-9.]+"));
    }

    /** RFC 8032 leaves no choice: whoever signs, it is the same signature. */
    @ParameterizedTest
    @MethodSource("everyProviderForEd25519")
    void signsLikeTheJdk(SignatureProvider provider) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(DATA);

        assertThat(provider.ed25519(pair.getPrivate().getEncoded()).sign(DATA))
                .isEqualTo(signature.sign());
        assertThat(KnownSignature.isMadeBy(provider)).isTrue();
    }

    @Test
    void whatIsNoPrivateKeyIsRefusedAndNoneIsShown() throws Exception {
        assertThatThrownBy(() -> Ed25519Signer.of(new byte[48]))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] key =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
        assertThat(Ed25519Signer.of(key)).hasToString("Ed25519Signer");
    }

    @Nested
    class AnEd25519Signature {

        private static final BigInteger SECRET = new BigInteger("123456789012345678901234567890");
        private static final EdwardsPoint PUBLIC = EdwardsPoint.BASE.times(SECRET);

        static Stream<SignatureProvider> everyProviderForEd25519() {
            return SignatureProviderTest.everyProviderForEd25519();
        }

        @ParameterizedTest
        @MethodSource("everyProviderForEd25519")
        void thatIsHonestFits(SignatureProvider provider) {
            for (int i = 1; i < 20; i++) {
                assertThat(fits(provider, PUBLIC, signature(i, EdwardsPoint.NEUTRAL))).isTrue();
            }
        }

        @ParameterizedTest
        @MethodSource("everyProviderForEd25519")
        void thatTheJdkMadeFits(SignatureProvider provider) {
            var key = Ed25519SigningKey.generate();
            var verifier = Multikey.decode(key.publicKeyMultibase()).orElseThrow().by(provider);

            assertThat(verifier.verifies(DATA, key.sign(DATA))).isTrue();
            assertThat(verifier.verifies("other".getBytes(StandardCharsets.UTF_8), key.sign(DATA)))
                    .isFalse();
        }

        /** The same signature under another spelling: anybody could make it from the first. */
        @ParameterizedTest
        @MethodSource("everyProviderForEd25519")
        void withAScalarOfTheOrderOrMoreIsRefused(SignatureProvider provider) {
            byte[] signature = signature(5, EdwardsPoint.NEUTRAL);
            byte[] s = Arrays.copyOfRange(signature, 32, 64);
            reverse(s);
            byte[] larger = EdwardsPoint.bytes(new BigInteger(1, s).add(EdwardsPoint.ORDER));

            assertThat(fits(provider, PUBLIC, signature)).isTrue();
            assertThat(fits(provider, PUBLIC, point(signature, larger))).isFalse();
            assertThat(
                            fits(
                                    provider,
                                    PUBLIC,
                                    point(signature, EdwardsPoint.bytes(EdwardsPoint.ORDER))))
                    .isFalse();
        }

        /** Fits with the cofactor of the curve, as some compute it, and not without. */
        @ParameterizedTest
        @MethodSource("everyProviderForEd25519")
        void whosePointHasAPartOfSmallOrderIsRefused(SignatureProvider provider) {
            for (int i = 1; i < 12; i++) {
                assertThat(fits(provider, PUBLIC, signature(i, EdwardsPoint.OF_ORDER_8))).isFalse();
                assertThat(fits(provider, PUBLIC, signature(i, EdwardsPoint.OF_ORDER_2))).isFalse();
            }
        }

        @ParameterizedTest
        @MethodSource("everyProviderForEd25519")
        void whosePointIsNeutralIsRefusedInEverySpelling(SignatureProvider provider) {
            byte[] neutral = EdwardsPoint.NEUTRAL.encoded();
            byte[] negative = neutral.clone();
            negative[31] |= (byte) 0x80;
            byte[] unreduced = EdwardsPoint.bytes(EdwardsPoint.P.add(BigInteger.ONE));
            for (byte[] point : new byte[][] {neutral, negative, unreduced}) {
                byte[] signature =
                        EdwardsPoint.signature(
                                point, BigInteger.ZERO, PUBLIC.encoded(), SECRET, DATA);
                assertThat(fits(provider, PUBLIC, signature)).isFalse();
            }
        }

        @ParameterizedTest
        @MethodSource("everyProviderForEd25519")
        void ofAnotherLengthIsRefused(SignatureProvider provider) {
            byte[] signature = signature(5, EdwardsPoint.NEUTRAL);
            for (int length : new int[] {0, 1, 32, 63, 65, 128}) {
                assertThat(fits(provider, PUBLIC, Arrays.copyOf(signature, length))).isFalse();
            }
        }

        private static byte[] signature(int r, EdwardsPoint added) {
            var point = EdwardsPoint.BASE.times(BigInteger.valueOf(r + 1_000_000L)).plus(added);
            return EdwardsPoint.signature(
                    point.encoded(),
                    BigInteger.valueOf(r + 1_000_000L),
                    PUBLIC.encoded(),
                    SECRET,
                    DATA);
        }

        private static byte[] point(byte[] signature, byte[] scalar) {
            return EdwardsPoint.both(Arrays.copyOf(signature, 32), scalar);
        }

        private static boolean fits(
                SignatureProvider provider, EdwardsPoint key, byte[] signature) {
            return key(key.encoded()).orElseThrow().by(provider).verifies(DATA, signature);
        }
    }

    @Nested
    class AnEd25519Key {

        @Test
        void ofSmallOrderIsRefused() {
            for (int i = 0; i < 8; i++) {
                var small = EdwardsPoint.OF_ORDER_8.times(BigInteger.valueOf(i));
                assertThat(key(small.encoded())).isEmpty();
            }
        }

        @Test
        void withAPartOfSmallOrderIsRefused() {
            var honest = EdwardsPoint.BASE.times(BigInteger.valueOf(77));
            assertThat(key(honest.encoded())).isPresent();
            for (int i = 1; i < 8; i++) {
                var part = EdwardsPoint.OF_ORDER_8.times(BigInteger.valueOf(i));
                assertThat(key(honest.plus(part).encoded())).isEmpty();
            }
        }

        @Test
        void inAnotherSpellingIsRefused() {
            byte[] unreduced = EdwardsPoint.bytes(EdwardsPoint.P.add(BigInteger.ONE));
            byte[] negativeZero = EdwardsPoint.NEUTRAL.encoded();
            negativeZero[31] |= (byte) 0x80;

            assertThat(key(unreduced)).isEmpty();
            assertThat(key(negativeZero)).isEmpty();
            for (int i = 0; i < 19; i++) { // every number that is written in two ways
                assertThat(key(EdwardsPoint.bytes(EdwardsPoint.P.add(BigInteger.valueOf(i)))))
                        .isEmpty();
            }
        }

        @Test
        void offTheCurveIsRefused() {
            var y = BigInteger.TWO;
            while (EdwardsPoint.hasPoint(y)) {
                y = y.add(BigInteger.ONE);
            }
            assertThat(key(EdwardsPoint.bytes(y))).isEmpty();
        }
    }

    @Nested
    class AnEcdsaSignature {

        static Stream<SignatureProvider> everyProvider() {
            return offering(KeyKind.P_256);
        }

        private static final BigInteger ORDER =
                new BigInteger(
                        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

        @ParameterizedTest
        @MethodSource("everyProvider")
        void isTakenInItsOneFormOnly(SignatureProvider provider) throws Exception {
            var pair = pair("EC", 256);
            var key =
                    VerificationKey.ec(KeyKind.P_256, (ECPublicKey) pair.getPublic()).by(provider);
            byte[] signature = sign("SHA256withECDSAinP1363Format", pair);
            byte[] der = sign("SHA256withECDSA", pair);

            assertThat(key.verifies(DATA, signature)).isTrue();
            assertThat(key.verifies("other".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
            assertThat(key.verifies(DATA, der)).isFalse();
            assertThat(key.verifies(DATA, Arrays.copyOf(signature, 63))).isFalse();
            assertThat(key.verifies(DATA, Arrays.copyOf(signature, 65))).isFalse();
            assertThat(key.verifies(DATA, new byte[0])).isFalse();
        }

        /** Zeros fit any message and any key where a verifier forgets to look (CVE-2022-21449). */
        @ParameterizedTest
        @MethodSource("everyProvider")
        void ofNumbersOutOfRangeIsRefused(SignatureProvider provider) throws Exception {
            var pair = pair("EC", 256);
            var key =
                    VerificationKey.ec(KeyKind.P_256, (ECPublicKey) pair.getPublic()).by(provider);
            byte[] signature = sign("SHA256withECDSAinP1363Format", pair);
            byte[] r = Arrays.copyOf(signature, 32);
            byte[] s = Arrays.copyOfRange(signature, 32, 64);
            byte[] zero = new byte[32];
            byte[] order = HexFormat.of().parseHex(ORDER.toString(16));
            byte[] most = HexFormat.of().parseHex("ff".repeat(32));

            for (byte[] odd : new byte[][] {zero, order, most}) {
                assertThat(key.verifies(DATA, EdwardsPoint.both(odd, s))).isFalse();
                assertThat(key.verifies(DATA, EdwardsPoint.both(r, odd))).isFalse();
                assertThat(key.verifies(DATA, EdwardsPoint.both(odd, odd))).isFalse();
            }
        }

        @ParameterizedTest
        @MethodSource("everyProvider")
        void ofP384IsComputedWithSha384(SignatureProvider provider) throws Exception {
            var pair = pair("EC", 384);
            var key =
                    VerificationKey.ec(KeyKind.P_384, (ECPublicKey) pair.getPublic()).by(provider);

            assertThat(key.verifies(DATA, sign("SHA384withECDSAinP1363Format", pair))).isTrue();
            assertThat(key.verifies(DATA, sign("SHA256withECDSAinP1363Format", pair))).isFalse();
        }
    }

    @Nested
    class AnRsaSignature {

        private static final String SHA_256_INFO = "3031300d060960864801650304020105000420";
        private static final String WITHOUT_NULL = "302f300b0609608648016503040201" + "0420";
        private static final KeyPair PAIR = pair("RSA", 2_048);

        static Stream<SignatureProvider> everyProvider() {
            return offering(KeyKind.RSA);
        }

        @ParameterizedTest
        @MethodSource("everyProvider")
        void isTakenInItsOneFormOnly(SignatureProvider provider) throws Exception {
            byte[] signature = sign("SHA256withRSA", PAIR);
            byte[] modulus = ((RSAPublicKey) PAIR.getPublic()).getModulus().toByteArray();

            assertThat(fits(provider, signature)).isTrue();
            assertThat(fits(provider, padded(SHA_256_INFO, 0))).isTrue();
            assertThat(fits(provider, EdwardsPoint.both(new byte[1], signature))).isFalse();
            assertThat(fits(provider, Arrays.copyOf(signature, 255))).isFalse();
            assertThat(fits(provider, Arrays.copyOf(signature, 257))).isFalse();
            assertThat(fits(provider, new byte[0])).isFalse();
            assertThat(fits(provider, Arrays.copyOfRange(modulus, 1, 257))).isFalse();
        }

        /** Whoever parses the block instead of making it anew can be fooled with such ones. */
        @ParameterizedTest
        @MethodSource("everyProvider")
        void overABlockOfAnotherShapeIsRefused(SignatureProvider provider) throws Exception {
            assertThat(fits(provider, padded(WITHOUT_NULL, 0))).isFalse();
            assertThat(fits(provider, padded(SHA_256_INFO, 10))).isFalse();
            assertThat(fits(provider, padded("", 0))).isFalse();
        }

        /** Signs a block made by hand, with bytes after the digest if asked. */
        private static byte[] padded(String info, int after) throws Exception {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(DATA);
            byte[] tail = EdwardsPoint.both(HexFormat.of().parseHex(info), digest);
            byte[] block = new byte[256];
            Arrays.fill(block, (byte) 0xff);
            block[0] = 0;
            block[1] = 1;
            int start = 256 - after - tail.length;
            block[start - 1] = 0;
            System.arraycopy(tail, 0, block, start, tail.length);
            var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, PAIR.getPrivate());
            return cipher.doFinal(block);
        }

        private static boolean fits(SignatureProvider provider, byte[] signature) {
            return VerificationKey.rsa((RSAPublicKey) PAIR.getPublic())
                    .orElseThrow()
                    .by(provider)
                    .verifies(DATA, signature);
        }
    }

    private static Optional<VerificationKey> key(byte[] point) {
        return Multikey.fromBytes(EdwardsPoint.both(HexFormat.of().parseHex("ed01"), point));
    }

    private static KeyPair pair(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(String algorithm, KeyPair pair) throws Exception {
        var signer = Signature.getInstance(algorithm);
        signer.initSign(pair.getPrivate());
        signer.update(DATA);
        return signer.sign();
    }

    private static void reverse(byte[] bytes) {
        for (int i = 0; i < bytes.length / 2; i++) {
            byte swapped = bytes[i];
            bytes[i] = bytes[bytes.length - 1 - i];
            bytes[bytes.length - 1 - i] = swapped;
        }
    }
}
