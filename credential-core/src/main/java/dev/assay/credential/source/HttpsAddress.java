package dev.assay.credential.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses a {@link DocumentSource} may be asked for. */
public final class HttpsAddress {

    private HttpsAddress() {}

    /** Empty for anything but https with a host, and without user name or fragment. */
    public static Optional<URI> parse(String address) {
        try {
            var uri = new URI(address);
            boolean usable =
                    "https".equals(uri.getScheme())
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
