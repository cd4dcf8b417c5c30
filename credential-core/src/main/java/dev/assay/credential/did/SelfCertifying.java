package dev.assay.credential.did;

import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.key.DecodedKeys;
import dev.assay.credential.key.Jwk;
import dev.assay.credential.key.KeyFinder;
import dev.assay.credential.key.Multikey;
import dev.assay.credential.key.VerificationKey;
import java.util.Base64;
import java.util.Optional;

/** did:key and did:jwk: identifiers that contain their key. */
public final class SelfCertifying implements KeyFinder {

    private static final String DID_KEY = "did:key:";
    private static final String DID_JWK = "did:jwk:";
    private static final DecodedKeys DECODED = new DecodedKeys();
    private static final StrictJson JSON = StrictJson.within(InputLimits.standard());

    /** Refuses every other method, and a fragment that is not the one the method defines. */
    @Override
    public Answer find(String verificationMethod) {
        var url = KeyUrl.parse(verificationMethod);
        return keyOf(url)
                .<Answer>map(Answer.Found::new)
                .orElseGet(
                        () -> new Answer.Unusable("the verification method holds no usable key"));
    }

    private static Optional<VerificationKey> keyOf(KeyUrl url) {
        if (url.controller().startsWith(DID_KEY)) {
            var multibase = url.controller().substring(DID_KEY.length());
            return url.fragment().filter(f -> !f.equals(multibase)).isPresent()
                    ? Optional.empty()
                    : Multikey.decode(multibase);
        }
        if (url.controller().startsWith(DID_JWK)) {
            return url.fragment().filter(f -> !f.equals("0")).isPresent()
                    ? Optional.empty()
                    : DECODED.get(url.controller(), did -> jwk(did.substring(DID_JWK.length())));
        }
        return Optional.empty();
    }

    private static Optional<VerificationKey> jwk(String encoded) {
        try {
            return switch (JSON.parse(Base64.getUrlDecoder().decode(encoded))) {
                case ParseResult.Parsed(var tree) -> Jwk.decode(tree);
                case ParseResult.Malformed _ -> Optional.empty();
            };
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // not base64url
        }
    }
}
