package dev.assay.credential.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** RSA public keys in PEM (RFC 7468 §13), as Open Badges 2.0 issuers publish them. */
public final class Pem {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]{1,2000})-----END PUBLIC"
                            + " KEY-----\\s*");

    private Pem() {}

    /** Empty for anything but one RSA key of 2048 to 4096 bits. */
    public static Optional<VerificationKey> decode(String pem) {
        var shape = SHAPE.matcher(pem);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            byte[] info = Base64.getMimeDecoder().decode(shape.group(1));
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(info))
                            instanceof RSAPublicKey key
                    ? VerificationKey.rsa(key)
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty(); // no RSA key, or not base64
        }
    }
}
