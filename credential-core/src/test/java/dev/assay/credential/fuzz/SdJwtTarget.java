package dev.assay.credential.fuzz;

import dev.assay.credential.fixture.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A token with parts shown: as a whole, and each part behind its encoding. */
public final class SdJwtTarget {

    private SdJwtTarget() {}

    /** Loading and instrumenting all the classes takes longer than any input may. */
    public static void fuzzerInitialize() {
        seeds().forEach(SdJwtTarget::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Genuine.check(data);
        var parts = new String(data, StandardCharsets.UTF_8).split("\n", 8);
        if (parts.length > 2) {
            var token =
                    new StringBuilder(Tokens.base64(parts[0]))
                            .append('.')
                            .append(Tokens.base64(parts[1]))
                            .append(".AAAA~");
            for (int i = 2; i < parts.length; i++) {
                token.append(Tokens.base64(parts[i])).append('~');
            }
            Genuine.check(token.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    static List<byte[]> seeds() {
        return Genuine.bytes(
                Genuine.SELECTIVE,
                "{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\"}\n"
                        + "{\"vct\":\"a\",\"iss\":\"https://i.example\",\"_sd_alg\":\"sha-256\",\"_sd\":[\"x\"],"
                        + "\"a\":[{\"...\":\"y\"}]}\n[\"salt\",\"name\",{\"_sd\":[]}]\n[\"salt\",1]");
    }
}
