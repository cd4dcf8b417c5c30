package dev.assay.credential.key;

import dev.assay.credential.json.JsonTree;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The certificate that a token brings along in {@code x5c}, read but not trusted. */
public final class Certificates {

    private static final int DNS_NAME = 2;
    private static final int URI_NAME = 6;

    private Certificates() {}

    /**
     * The certificate of the key that signed.
     *
     * @param names the web names and addresses that it is for
     */
    public record Leaf(VerificationKey key, Set<String> names) {
        public Leaf {
            names = Set.copyOf(names);
        }
    }

    /** Empty for anything but a certificate with a key of a kind we verify with. */
    public static Optional<Leaf> leaf(JsonNode header) {
        var chain = JsonTree.texts(header, "x5c");
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getDecoder().decode(chain.getFirst());
            var certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            var names = names(certificate);
            return key(certificate.getPublicKey()).map(key -> new Leaf(key, names));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty(); // no certificate, or not base64
        }
    }

    private static Set<String> names(X509Certificate certificate) throws GeneralSecurityException {
        var names = new LinkedHashSet<String>();
        var alternatives = certificate.getSubjectAlternativeNames();
        for (List<?> name : alternatives == null ? List.<List<?>>of() : alternatives) {
            boolean wanted =
                    Integer.valueOf(DNS_NAME).equals(name.getFirst())
                            || Integer.valueOf(URI_NAME).equals(name.getFirst());
            if (wanted && name.get(1) instanceof String text) {
                names.add(text);
            }
        }
        return names;
    }

    private static Optional<VerificationKey> key(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> VerificationKey.rsa(rsa);
            case EdECPublicKey ed when ed.getParams().getName().equals("Ed25519") ->
                    VerificationKey.ed25519(ed);
            case ECPublicKey ec ->
                    switch (ec.getParams().getCurve().getField().getFieldSize()) {
                        case 256 -> p256(ec);
                        case 384 -> Optional.of(VerificationKey.ec(KeyKind.P_384, ec));
                        default -> Optional.empty();
                    };
            default -> Optional.empty();
        };
    }

    /** There are other curves of 256 bits. */
    private static Optional<VerificationKey> p256(ECPublicKey key) {
        return key.getParams().toString().contains("secp256r1")
                ? Optional.of(VerificationKey.ec(KeyKind.P_256, key))
                : Optional.empty();
    }
}
