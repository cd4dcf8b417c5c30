package dev.assay.credential.jsonld;

import com.apicatalog.jsonld.uri.UriUtils;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import java.net.URI;
import java.net.URISyntaxException;

/** Absolute IRIs as RDF needs them. */
public final class Iri {

    /** Letters, digits, and what has no meaning of its own between them. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = isAlphanumeric(c) || "/-._:".indexOf(c) >= 0;
        }
    }

    private Iri() {}

    /**
     * Whether this is an absolute IRI that will survive the way into RDF: the JSON-LD processor
     * drops others without a word, and with them whatever was signed there.
     */
    public static boolean isAbsolute(String text) {
        if (isPlain(text)) {
            return true;
        }
        try {
            return new URI(text).isAbsolute()
                    && UriUtils.isAbsoluteUri(text, UriValidationPolicy.Full);
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /**
     * A shape that is an absolute IRI by any rule, so that most need no parser: a scheme, a letter
     * or digit (after two slashes or none), then characters without a meaning of their own.
     */
    static boolean isPlain(String iri) {
        int colon = iri.indexOf(':');
        if (colon < 2 || !isScheme(iri, colon)) {
            return false;
        }
        int start = iri.startsWith("//", colon + 1) ? colon + 3 : colon + 1;
        if (start >= iri.length() || !isAlphanumeric(iri.charAt(start))) {
            return false;
        }
        boolean fragment = false;
        for (int i = start; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (c == '#') {
                if (fragment) {
                    return false;
                }
                fragment = true;
            } else if (c >= PLAIN.length || !PLAIN[c]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isScheme(String iri, int colon) {
        for (int i = 0; i < colon; i++) {
            if (iri.charAt(i) < 'a' || iri.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
