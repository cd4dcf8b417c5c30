package dev.assay.hiring.platform.signing;

import dev.assay.credential.key.Base58;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A public key of the platform's, published some time before it signs.
 *
 * @param multikey its Multikey text, which also names it
 * @param retiredAt when it stopped signing; what it signed before stays verifiable
 */
public record PlatformKey(String multikey, Instant createdAt, Optional<Instant> retiredAt) {

    private static final int PREFIX = 2;

    /** The 32 bytes of the public key (RFC 8032). */
    public byte[] raw() {
        byte[] bytes =
                Base58.decode(multikey.substring(1))
                        .orElseThrow(
                                () -> new IllegalStateException("a platform key is no Multikey"));
        return Arrays.copyOfRange(bytes, PREFIX, bytes.length);
    }
}
