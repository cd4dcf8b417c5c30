package dev.assay.credential.jsonld;

import com.apicatalog.jsonld.uri.UriUtils;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import java.net.URI;
import java.net.URISyntaxException;

/** Absolute IRIs as RDF needs them. */
public final class Iri {

    private Iri() {}

    /**
     * Whether this is an absolute IRI that will survive the way into RDF: the JSON-LD processor
     * drops others without a word, and with them whatever was signed there.
     */
    public static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute()
                    && UriUtils.isAbsoluteUri(text, UriValidationPolicy.Full);
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
