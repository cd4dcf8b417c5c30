package dev.assay.credential.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Public keys as JSON Web Keys (RFC 7517). Reads Ed25519, P-256, P-384 and RSA of 2048 to 4096
 * bits; refuses private keys, keys marked for encryption, and keys whose {@code alg} is not that of
 * their kind.
 */
public final class Jwk {

    private static final DecodedKeys DECODED = new DecodedKeys();

    private Jwk() {}

    public static Optional<VerificationKey> decode(JsonNode jwk) {
        return jwk.isObject() && !jwk.has("d")
                ? DECODED.get(jwk.toString(), Jwk::parse)
                : Optional.empty();
    }

    private static Optional<VerificationKey> parse(String jwk) {
        try {
            var parsed = JWK.parse(jwk);
            return isForSignatures(parsed)
                    ? publicKey(parsed).filter(key -> namesItsAlgorithm(parsed, key))
                    : Optional.empty();
        } catch (ParseException | JOSEException | GeneralSecurityException _) {
            return Optional.empty(); // not a key, or a point off the curve
        }
    }

    private static boolean isForSignatures(JWK jwk) {
        return !jwk.isPrivate()
                && (jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE));
    }

    private static boolean namesItsAlgorithm(JWK jwk, VerificationKey key) {
        return jwk.getAlgorithm() == null
                || jwk.getAlgorithm().getName().equals(key.kind().jwsAlgorithm());
    }

    private static Optional<VerificationKey> publicKey(JWK jwk)
            throws JOSEException, GeneralSecurityException {
        if (jwk instanceof RSAKey rsa) {
            return VerificationKey.rsa(rsa.toRSAPublicKey());
        }
        if (jwk instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
            return Optional.of(VerificationKey.ec(KeyKind.P_256, ec.toECPublicKey()));
        }
        if (jwk instanceof ECKey ec && Curve.P_384.equals(ec.getCurve())) {
            return Optional.of(VerificationKey.ec(KeyKind.P_384, ec.toECPublicKey()));
        }
        if (jwk instanceof OctetKeyPair okp && Curve.Ed25519.equals(okp.getCurve())) {
            byte[] raw = okp.getDecodedX();
            return raw.length == 32 ? Multikey.ed25519(raw) : Optional.empty();
        }
        return Optional.empty();
    }
}
