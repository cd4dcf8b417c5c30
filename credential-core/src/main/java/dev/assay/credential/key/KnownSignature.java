package dev.assay.credential.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/** A signature of each kind that is known to be right, to try a provider with. */
enum KnownSignature {
    ED25519(
            KeyKind.ED25519,
            "MCowBQYDK2VwAyEAXGUyscUQl/kwCjuElMU5Ze0jXyHJ0sOZ5am0GoUntgI=",
            "hZvNXtE/78/tIMCqKhJIfvU9HOG/4b6guyT6erBqcStdeFsbCTXFKVBgHd9MTPePtB9ehEPg"
                    + "bKM5C0fAG6jJAQ=="),
    P_256(
            KeyKind.P_256,
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEJ6hI9BqIAk+tpPIsX2rKx2HNbgbpxn5qg9Cg"
                    + "XcVnnHUDX98wZkk5Za9AoKEXW7FXl9wLjWx7frFjQceKQNFM8w==",
            "rH68Og5v3vLsy9LRxLcmtopWzwuSaA5SHLl+kZ/qIsa+QfuNpYjUp08GVrWdR7ht4VlGR082"
                    + "4BnF5LzT9tNDIw=="),
    P_384(
            KeyKind.P_384,
            "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEvyvv9rJtY3AvATo9JsHRbTQDjctEdQHECUElbkia"
                    + "/tTV1bjFWIiSWT3WMYicYJA41OmgNdKvh8pHx0MfW/u8T5RVrjjfZZk6n3jo6QMeXD4E8Ofd"
                    + "ASgMsURmfcOlAmO6",
            "f2XJVYwGFn4mu5uUgcqJALs70/7KRD+MUUEntn8poeKI14UgDR+qrooQGluQpAVdssXOOpVr"
                    + "hgGk+kOOxLt7g4AIc3N255z+LeNNb2s6Oby3dD9F6Rjvs36DWdMZNCOj"),
    RSA(
            KeyKind.RSA,
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA2+rWei5+6GEnnXOYht7CvVhFXkKq"
                    + "UhOz043whv6NIH95BbOslkyL/jMAA75YdrtVPEOPl62Kc1E2LtEXu6Z8Vyr81oq7qBucFGUq"
                    + "nnZJGSYXLpwcincTloPs+F5w5nfNv4k0PCFGocOfZwBhGvV/kWg9s5vQeL5Ta2FfbZpCUPRa"
                    + "bL5Jkh6kwRN3H3VwAzNWkPXbXlLae8JnHceSk+6fQ88yn/Ef2NPhCnI0QwcTh8wuAC9bhH2S"
                    + "xNBq+irjoR9fThMG8LDFv210O2Ma3JDNF8PJ/Uf1MW7OlhlQAHUbhtcikNvQwFJzECr5YAiD"
                    + "lzRB3+mlpXAyTSX5h/Maul/FowIDAQAB",
            "tpioXAVdd/3veV5LPiAY/kRfN8Jw0ibJQQAR+2UAnoYhrA8uFpo6kneFA1U/5KaznD+yzPa2"
                    + "/dDxmaKy/NWHNyWOIeWtf8ybTJ/qRb28ut1is8f2+SaCxQCeWPEcHuOBV7HUeV2r1BHeQwaV"
                    + "/gRu/XU/rsKGtuV7TlNY5P2dR6jnJZJLxtNKQiRgfhX9qjT/skb+wBJFmfYDNTnHTrlAdjrj"
                    + "22+1poi0PJnxUay5/Tdj3E6tDU1zxxaybh2MeGSz7KrXWO9PioW9OxkBfbOtAoAZ6FCykdwG"
                    + "D2MZtgzweGcwNMgOW0+cnj2+5koF4ZGjkhzGSVc7O2LBdf2MNQGJjw==");

    /** RFC 8032, clause 7.1, test 1: the key as PKCS #8 has it, and its signature of nothing. */
    private static final String SIGNING_KEY =
            "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String SIGNED =
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                    + "d25bf5f0595bbe24655141438e7a100b";

    private static final byte[] DATA = "self test".getBytes(StandardCharsets.US_ASCII);

    private final KeyKind kind;
    private final String publicKey;
    private final String signature;

    KnownSignature(KeyKind kind, String publicKey, String signature) {
        this.kind = kind;
        this.publicKey = publicKey;
        this.signature = signature;
    }

    static KnownSignature of(KeyKind kind) {
        return switch (kind) {
            case ED25519 -> ED25519;
            case P_256 -> P_256;
            case P_384 -> P_384;
            case RSA -> RSA;
        };
    }

    /** Whether the provider signs with Ed25519 as the standard has it, to the last bit. */
    static boolean isMadeBy(SignatureProvider provider) {
        try {
            byte[] made = provider.ed25519(HexFormat.of().parseHex(SIGNING_KEY)).sign(new byte[0]);
            return HexFormat.of().formatHex(made).equals(SIGNED);
        } catch (GeneralSecurityException | IllegalStateException | LinkageError _) {
            return false; // it has no such algorithm, or its native part is missing
        }
    }

    /** Whether the provider takes it for right, and for wrong once something was altered. */
    boolean isJudgedWell(SignatureProvider provider) {
        byte[] written = Base64.getDecoder().decode(signature);
        var form = SignatureForm.forProvider(kind, written);
        return form.isPresent()
                && provider.translate(kind, Base64.getDecoder().decode(publicKey))
                        .map(key -> new Verifiers(provider, kind, key))
                        .filter(key -> key.verify(DATA, form.get()))
                        .filter(key -> !key.verify(new byte[1], form.get()))
                        .isPresent();
    }
}
