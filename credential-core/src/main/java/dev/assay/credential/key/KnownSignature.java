package dev.assay.credential.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

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
