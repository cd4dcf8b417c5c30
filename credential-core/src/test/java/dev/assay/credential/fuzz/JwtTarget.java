package dev.assay.credential.fuzz;

import dev.assay.credential.fixture.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A compact token: as a whole, and part by part behind the encoding. */
public final class JwtTarget {

    private JwtTarget() {}

    /** Loading and instrumenting all the classes takes longer than any input may. */
    public static void fuzzerInitialize() {
        seeds().forEach(JwtTarget::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Genuine.check(data);
        var parts = new String(data, StandardCharsets.UTF_8).split("\n", 3);
        if (parts.length == 3) {
            var token =
                    Tokens.base64(parts[0])
                            + "."
                            + Tokens.base64(parts[1])
                            + "."
                            + Tokens.base64(parts[2]);
            Genuine.check(token.getBytes(StandardCharsets.US_ASCII));
        }
    }

    static List<byte[]> seeds() {
        return Genuine.bytes(
                Genuine.TOKEN,
                "{\"alg\":\"EdDSA\",\"kid\":\"did:key:z6Mk#z6Mk\",\"typ\":\"JOSE\"}\n"
                        + "{\"iss\":\"did:key:z6Mk\",\"vc\":{\"type\":[\"VerifiableCredential\"]}}\nx",
                "{\"alg\":\"RS256\",\"x5c\":[\"MIIB\"],\"crit\":[\"sigT\"],\"sigT\":\"x\"}\n"
                        + "{\"type\":\"VerifiableCredential\",\"nbf\":1,\"exp\":1e400}\nx");
    }
}
