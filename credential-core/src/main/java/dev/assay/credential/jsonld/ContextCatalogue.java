package dev.assay.credential.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON-LD contexts we know, each under the address it answers for. Bundled as published, listed
 * with their origin in the NOTICE beside them. Nothing is ever fetched: a context that is not here
 * is refused, because a context decides what a signature covers.
 */
public final class ContextCatalogue {

    private static final Map<String, String> BUNDLED =
            Map.ofEntries(
                    Map.entry("https://www.w3.org/2018/credentials/v1", "credentials-v1"),
                    Map.entry("https://www.w3.org/ns/credentials/v2", "credentials-v2"),
                    ob("context.json", "open-badges-3.0.0"),
                    ob("context-3.0.0.json", "open-badges-3.0.0"),
                    ob("context-3.0.1.json", "open-badges-3.0.1"),
                    ob("context-3.0.2.json", "open-badges-3.0.2"),
                    ob("context-3.0.3.json", "open-badges-3.0.3"),
                    ob("extensions.json", "open-badges-extensions"),
                    Map.entry("https://w3id.org/security/data-integrity/v1", "data-integrity-v1"),
                    Map.entry("https://w3id.org/security/data-integrity/v2", "data-integrity-v2"),
                    Map.entry(
                            "https://w3id.org/security/suites/ed25519-2020/v1",
                            "ed25519-signature-2020-v1"),
                    Map.entry(
                            "https://www.w3.org/ns/credentials/status/v1",
                            "vc-bitstring-status-list-v1"),
                    Map.entry("https://w3id.org/vc/status-list/2021/v1", "vc-status-list-v1"));

    private static final ContextCatalogue BUNDLED_ONLY = loadBundled();

    private final Map<String, Document> contexts;
    private final KnownContexts known = new KnownContexts(this);
    private final Map<String, ContextCatalogue> published = new ConcurrentHashMap<>();

    private ContextCatalogue(Map<String, Document> contexts) {
        this.contexts = Map.copyOf(contexts);
    }

    private static Map.Entry<String, String> ob(String name, String resource) {
        return Map.entry("https://purl.imsglobal.org/spec/ob/v3p0/" + name, resource);
    }

    public static ContextCatalogue bundled() {
        return BUNDLED_ONLY;
    }

    /** This catalogue and one context more, for a closed circle that agreed on its own terms. */
    public ContextCatalogue with(String address, byte[] context) {
        var more = new HashMap<>(contexts);
        more.put(address, parse(new ByteArrayInputStream(context)));
        return new ContextCatalogue(more);
    }

    /**
     * The same for a context that is known by its digest. Remembers the catalogue, and with it what
     * was worked out of its contexts.
     */
    ContextCatalogue withPublished(String address, String digest, byte[] context) {
        return published.computeIfAbsent(address + " " + digest, _ -> with(address, context));
    }

    public boolean knows(String address) {
        return contexts.containsKey(address);
    }

    public Set<String> addresses() {
        return contexts.keySet();
    }

    /** The names of the files behind the bundled contexts. */
    static Collection<String> resources() {
        return BUNDLED.values();
    }

    /** The same contexts, worked out for the direct way. */
    KnownContexts known() {
        return known;
    }

    DocumentLoader loader() {
        return (address, _) -> {
            var context = contexts.get(address.toString());
            if (context == null) {
                throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED);
            }
            return context;
        };
    }

    private static ContextCatalogue loadBundled() {
        var contexts = new HashMap<String, Document>();
        BUNDLED.forEach((address, name) -> contexts.put(address, resource(name)));
        return new ContextCatalogue(contexts);
    }

    private static Document resource(String name) {
        try (var in = ContextCatalogue.class.getResourceAsStream(name + ".jsonld")) {
            if (in == null) {
                throw new IllegalStateException("context " + name + " is missing from the jar");
            }
            return parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("context " + name + " cannot be read", e);
        }
    }

    private static Document parse(InputStream in) {
        try {
            return JsonDocument.of(in);
        } catch (JsonLdError e) {
            throw new IllegalArgumentException("a context is not JSON", e);
        }
    }
}
