package dev.assay.credential.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * The contexts of one catalogue as they come up in documents, each worked out once, by the general
 * processor. Thread-safe. Documents that try to fill the memory with combinations make it forget
 * what it knew and begin anew.
 */
final class KnownContexts {

    private static final int MAX_CONTEXTS = 256;
    private static final JsonProvider JSON = JsonProvider.provider();

    private final ContextCatalogue catalogue;
    private final Map<List<String>, KnownContext> roots = new ConcurrentHashMap<>();
    private final IdentityHashMap<ActiveContext, KnownContext> made = new IdentityHashMap<>();

    KnownContexts(ContextCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a document that names these contexts begins with; empty if one is not known. */
    Optional<KnownContext> root(JsonNode contexts) {
        return addresses(contexts).flatMap(this::root);
    }

    private static Optional<List<String>> addresses(JsonNode contexts) {
        if (contexts.isString()) {
            return Optional.of(List.of(contexts.stringValue()));
        }
        if (!contexts.isArray()) {
            return Optional.empty();
        }
        var addresses = new ArrayList<String>(contexts.size());
        for (var context : contexts) {
            if (!context.isString()) {
                return Optional.empty();
            }
            addresses.add(context.stringValue());
        }
        return Optional.of(addresses);
    }

    private Optional<KnownContext> root(List<String> addresses) {
        var root = roots.get(addresses);
        if (root != null) {
            return Optional.of(root);
        }
        if (!addresses.stream().allMatch(catalogue::knows)) {
            return Optional.empty();
        }
        var named = JSON.createArrayBuilder(addresses).build();
        return make(options ->
                        new ActiveContext(ProcessingRuntime.of(options))
                                .newContext()
                                .create(named, null))
                .map(context -> {
                    roots.put(List.copyOf(addresses), context);
                    return context;
                });
    }

    /** How the general processor works a context out. */
    @FunctionalInterface
    interface Making {
        ActiveContext with(JsonLdOptions options) throws JsonLdError;
    }

    /** A context more; empty where the general processor refuses to make it. */
    Optional<KnownContext> make(Making making) {
        try {
            return Optional.of(known(making.with(LinkedData.options(catalogue))));
        } catch (JsonLdError _) {
            return Optional.empty();
        }
    }

    /** The one object for an active context, so that what follows from it is known once. */
    KnownContext known(ActiveContext context) {
        synchronized (made) {
            var known = made.get(context);
            if (known == null) {
                if (made.size() >= MAX_CONTEXTS) {
                    roots.clear();
                    made.clear();
                }
                known = new KnownContext(this, context);
                made.put(context, known);
            }
            return known;
        }
    }

    /** How many contexts are remembered. */
    int remembered() {
        synchronized (made) {
            return made.size();
        }
    }
}
