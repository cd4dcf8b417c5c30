package dev.assay.credential.jsonld;

import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.context.TermDefinition;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An active context (JSON-LD 1.1 API §4.1) that does not change, and the ones that follow from it:
 * inside a node of some types, and below a property with a context of its own. What follows is
 * worked out by the general processor the first time and looked up afterwards. Thread-safe.
 */
final class KnownContext {

    private static final int MAX_FOLLOWING = 128;

    private final KnownContexts all;
    private final ActiveContext active;
    private final @Nullable KnownContext previous;
    private final Map<String, KnownTerm> terms;
    private final List<String> idKeys;
    private final List<String> typeKeys;
    private final List<String> prefixes;
    private final boolean usable;

    private final Map<List<String>, Optional<KnownContext>> inNodes = new ConcurrentHashMap<>();
    private final Map<String, Optional<KnownContext>> belowNode = new ConcurrentHashMap<>();
    private final Map<String, Optional<KnownContext>> belowReference = new ConcurrentHashMap<>();
    private final Map<String, Optional<KnownContext>> belowScalar = new ConcurrentHashMap<>();

    KnownContext(KnownContexts all, ActiveContext active) {
        this.all = all;
        this.active = active;
        this.previous =
                active.getPreviousContext() == null ? null : all.known(active.getPreviousContext());
        this.terms = new HashMap<>();
        // A definition without a mapping (the term was switched off) is as good as none.
        active.getTermsMapping().forEach((name, term) -> terms.put(name, KnownTerm.of(name, term)));
        this.idKeys = keys(KnownTerm.Kind.ID);
        this.typeKeys = keys(KnownTerm.Kind.TYPE);
        this.prefixes =
                active.getTermsMapping().entrySet().stream()
                        .filter(term -> term.getValue().isPrefix())
                        .map(term -> term.getKey() + ":")
                        .toList();
        this.usable =
                active.getDefaultLanguage() == null
                        && active.getDefaultBaseDirection() == null
                        && active.getBaseUri() == null
                        && terms.keySet().stream().noneMatch(name -> name.contains(":"));
    }

    private List<String> keys(KnownTerm.Kind kind) {
        return terms.values().stream()
                .filter(term -> term.kind() == kind)
                .map(KnownTerm::name)
                .toList();
    }

    /** Whether nothing about it as a whole is beyond the direct way. */
    boolean isUsable() {
        return usable;
    }

    @Nullable KnownTerm term(String name) {
        return terms.get(name);
    }

    /** The keys that mean {@code @id}. */
    List<String> idKeys() {
        return idKeys;
    }

    /** The keys that mean {@code @type}. */
    List<String> typeKeys() {
        return typeKeys;
    }

    /** Whether the value, which looks like an IRI, is a compact one. */
    boolean isCompact(String value) {
        for (var prefix : prefixes) {
            if (value.startsWith(prefix) && !value.startsWith("//", prefix.length())) {
                return true;
            }
        }
        return false;
    }

    /** What applies to the properties of a node of these types (§5.1.2, step 11). */
    Optional<KnownContext> inNodeOf(List<String> types) {
        var known = inNodes.get(types);
        if (known != null) {
            return known;
        }
        var scoped = types.stream().filter(this::isScoped).sorted().toList();
        var made = scoped.isEmpty() ? Optional.of(this) : makeInNodeOf(scoped);
        // Types that are no terms come in any number, and change nothing.
        return terms.keySet().containsAll(types)
                ? remember(inNodes, List.copyOf(types), made)
                : made;
    }

    private boolean isScoped(String type) {
        var term = terms.get(type);
        return term != null && term.isScoped();
    }

    private Optional<KnownContext> makeInNodeOf(List<String> scoped) {
        return all.make(_ -> {
            var inner = active;
            for (var type : scoped) {
                var local = active.getTerm(type).map(TermDefinition::getLocalContext);
                inner =
                        inner.newContext()
                                .propagate(false)
                                .create(local.orElseThrow(), base(inner, type));
            }
            return inner;
        });
    }

    /** What applies to a node that a property holds (§5.1.2, steps 7 and 8). */
    Optional<KnownContext> belowNode(KnownTerm property) {
        return previous == null && !property.isScoped()
                ? Optional.of(this)
                : below(belowNode, property, previous == null ? this : previous);
    }

    /** What applies to a node of which nothing but the id is given. */
    Optional<KnownContext> belowReference(KnownTerm property) {
        return property.isScoped() ? below(belowReference, property, this) : Optional.of(this);
    }

    private Optional<KnownContext> below(
            Map<String, Optional<KnownContext>> memory, KnownTerm property, KnownContext base) {
        if (!property.isScoped()) {
            return Optional.of(base);
        }
        var known = memory.get(property.name());
        return known != null
                ? known
                : remember(
                        memory,
                        property.name(),
                        all.make(_ ->
                                base.active
                                        .newContext()
                                        .overrideProtected(true)
                                        .create(
                                                local(property).orElseThrow(),
                                                base(base.active, property.name()))));
    }

    /** What applies to a bare value of a property that has a context of its own (step 4). */
    Optional<KnownContext> belowScalar(KnownTerm property) {
        var known = belowScalar.get(property.name());
        return known != null
                ? known
                : remember(
                        belowScalar,
                        property.name(),
                        all.make(_ ->
                                active.newContext()
                                        .create(
                                                local(property).orElseThrow(),
                                                base(active, property.name()))));
    }

    private Optional<jakarta.json.JsonValue> local(KnownTerm property) {
        return active.getTerm(property.name()).map(TermDefinition::getLocalContext);
    }

    private static @Nullable URI base(ActiveContext context, String term) {
        return context.getTerm(term).map(TermDefinition::getBaseUrl).orElse(null);
    }

    private static <K> Optional<KnownContext> remember(
            Map<K, Optional<KnownContext>> memory, K key, Optional<KnownContext> made) {
        if (memory.size() >= MAX_FOLLOWING) {
            memory.clear();
        }
        memory.put(key, made);
        return made;
    }

    /** How many combinations of types are remembered. */
    int remembered() {
        return inNodes.size();
    }
}
