package dev.assay.hiring.platform.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An https address of a host with a public name, in the one spelling we accept: letters, digits and
 * hyphens, at least two labels, the last of which begins with a letter. With that, no number in any
 * notation is a host, and there is nothing in an address that two parsers could read differently.
 * Internationalized names come as {@code xn--}.
 */
final class WebAddress {

    private static final int MAXIMUM_LENGTH = 2_048;
    private static final int MAXIMUM_HOST = 253;
    private static final int HTTPS_PORT = 443;

    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)"
                            + "(?::([1-9][0-9]{0,4}))?");

    /**
     * Names that never mean a host of the public internet (RFC 6761, 6762, 7686, 9476 and ICANN).
     */
    private static final Set<String> SPECIAL =
            Set.of("localhost", "local", "internal", "onion", "alt", "invalid", "arpa");

    private final URI uri;
    private final String host;
    private final int port;

    private WebAddress(URI uri, String host, int port) {
        this.uri = uri;
        this.host = host;
        this.port = port;
    }

    /** Reads an address; refuses whatever is not plainly one. */
    static Parsed parse(String text) {
        if (text.length() > MAXIMUM_LENGTH || !text.chars().allMatch(WebAddress::isPlain)) {
            return new Refused(FetchFault.MALFORMED_ADDRESS);
        }
        try {
            return parse(new URI(text));
        } catch (URISyntaxException _) {
            return new Refused(FetchFault.MALFORMED_ADDRESS);
        }
    }

    private static Parsed parse(URI uri) {
        if (uri.getScheme() == null || uri.getRawFragment() != null) {
            return new Refused(FetchFault.MALFORMED_ADDRESS);
        }
        if (!uri.getScheme().equalsIgnoreCase("https")) {
            return new Refused(FetchFault.NOT_HTTPS);
        }
        String authority = uri.getRawAuthority();
        if (authority == null || uri.getRawPath() == null || uri.getRawPath().startsWith("//")) {
            return new Refused(FetchFault.MALFORMED_ADDRESS);
        }
        if (authority.contains("@")) {
            return new Refused(FetchFault.USER_IN_ADDRESS);
        }
        Matcher match = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        if (!match.matches() || !isPublicName(match.group(1))) {
            return new Refused(FetchFault.HOST_NOT_A_NAME);
        }
        int port = match.group(2) == null ? HTTPS_PORT : Integer.parseInt(match.group(2));
        return port > 65_535
                ? new Refused(FetchFault.PORT_NOT_ALLOWED)
                : new Accepted(
                        new WebAddress(canonical(uri, match.group(1), port), match.group(1), port));
    }

    private static boolean isPlain(int character) {
        return character > ' ' && character < 0x7f && character != '\\';
    }

    private static boolean isPublicName(String host) {
        return host.length() <= MAXIMUM_HOST
                && !SPECIAL.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    private static URI canonical(URI uri, String host, int port) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return URI.create(
                "https://" + host + (port == HTTPS_PORT ? "" : ":" + port) + path + query);
    }

    /** Where a {@code Location} header of an answer from here points to. */
    Parsed resolve(String location) {
        if (!location.chars().allMatch(WebAddress::isPlain)) {
            return new Refused(FetchFault.MALFORMED_ADDRESS);
        }
        try {
            return parse(uri.resolve(new URI(location)).toString());
        } catch (URISyntaxException | IllegalArgumentException _) {
            return new Refused(FetchFault.MALFORMED_ADDRESS);
        }
    }

    URI uri() {
        return uri;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    boolean hasUsualPort() {
        return port == HTTPS_PORT;
    }

    boolean isOfSameOriginAs(WebAddress other) {
        return host.equals(other.host) && port == other.port;
    }

    /** One spelling for each address. */
    String key() {
        return uri.toString();
    }

    /** Addresses may say who somebody is, so they are not for logs. */
    @Override
    public String toString() {
        return "WebAddress[https]";
    }

    /** Whether a text is an address. */
    sealed interface Parsed {}

    record Accepted(WebAddress address) implements Parsed {}

    record Refused(FetchFault fault) implements Parsed {}
}
