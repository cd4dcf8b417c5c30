package dev.assay.credential.jsonld;

import dev.assay.credential.jsonld.KnownTerm.Coercion;
import dev.assay.credential.jsonld.KnownTerm.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The direct way from JSON to RDF, without the steps between (docs/adr/0014). It reads documents of
 * known contexts whose every key is a plain term, and is silent about all others: it never refuses
 * and never guesses. What it reads has the quads that the general processor gives it, and holds to
 * every rule of {@link CompactRules}, {@link ExpandedRules} and {@link PlacementRule}. For one
 * document.
 */
final class DirectReader {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final byte[] TYPE = iri(RDF + "type");
    private static final byte[] FIRST = iri(RDF + "first");
    private static final byte[] REST = iri(RDF + "rest");
    private static final byte[] NIL = iri(RDF + "nil");
    private static final byte[] BOOLEAN =
            KnownTerm.closing("http://www.w3.org/2001/XMLSchema#boolean");
    private static final byte[] INTEGER = KnownTerm.closing(RdfNumber.INTEGER);
    private static final byte[] DOUBLE = KnownTerm.closing(RdfNumber.DOUBLE);
    private static final String CONTEXT = "@context";
    private static final String VALUE = "@value";
    private static final String LANGUAGE = "@language";
    // The tags in use; what else may be one is left to the general processor.
    private static final Pattern USUAL_LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{2})?");

    private final Quads quads;
    private final Set<String> placed = new HashSet<>();

    private DirectReader(Quads quads) {
        this.quads = quads;
    }

    /** The quads of the document; empty means only that somebody else has to look at it. */
    static Optional<Quads> read(JsonNode document, KnownContexts contexts) {
        var quads = new Quads();
        return new DirectReader(quads).goesThrough(document, contexts)
                        && quads.count() > 0
                        && quads.hasOneOrder()
                ? Optional.of(quads)
                : Optional.empty();
    }

    /**
     * Whether nothing is wrong with the document; false means only that somebody else must look.
     */
    static boolean isFine(JsonNode document, KnownContexts contexts) {
        return new DirectReader(Quads.unwritten()).goesThrough(document, contexts);
    }

    private boolean goesThrough(JsonNode document, KnownContexts contexts) {
        if (!document.isObject()) {
            return false;
        }
        var root = contexts.root(document.path(CONTEXT));
        if (root.isEmpty() || !root.get().isUsable()) {
            return false;
        }
        try {
            node(root.get(), document, true);
            return true;
        } catch (Beyond _) {
            return false;
        }
    }

    private static byte[] iri(String iri) {
        return ("<" + iri + ">").getBytes(StandardCharsets.US_ASCII);
    }

    /** The number of the node that the object is. */
    private int node(KnownContext outer, JsonNode object, boolean top) throws Beyond {
        var typeKey = onlyKey(outer.typeKeys(), object);
        var types = typeKey == null ? List.<String>of() : types(object.path(typeKey));
        var context = types.isEmpty() ? outer : usable(outer.inNodeOf(types));
        var idKey = onlyKey(context.idKeys(), object);
        var id = idKey == null ? null : string(object.path(idKey));
        int node = id == null ? quads.blankNode() : named(context, id);
        for (var type : types) {
            type(outer, node, type);
        }
        boolean hasPlaced = false;
        for (var property : object.properties()) {
            var key = property.getKey();
            if (top && key.equals(CONTEXT)) {
                continue;
            }
            var term = context.term(key);
            if (term == null) {
                throw new Beyond();
            }
            switch (term.kind()) {
                case PROPERTY -> {
                    hasPlaced |= term.isPlaced();
                    values(context, node, term, property.getValue());
                }
                case ID -> require(key.equals(idKey));
                case TYPE -> require(key.equals(typeKey));
                case OTHER -> throw new Beyond();
            }
        }
        require(id == null || !hasPlaced || placed.add(id));
        return node;
    }

    private static void require(boolean holds) throws Beyond {
        if (!holds) {
            throw new Beyond();
        }
    }

    private static KnownContext usable(Optional<KnownContext> context) throws Beyond {
        require(context.isPresent() && context.get().isUsable());
        return context.orElseThrow();
    }

    private static @Nullable String onlyKey(List<String> keys, JsonNode object) throws Beyond {
        String found = null;
        for (var key : keys) {
            if (object.has(key)) {
                require(found == null);
                found = key;
            }
        }
        return found;
    }

    private static KnownTerm property(KnownContext context, String name) throws Beyond {
        var term = context.term(name);
        if (term == null || term.kind() != Kind.PROPERTY) {
            throw new Beyond();
        }
        return term;
    }

    private static String string(JsonNode value) throws Beyond {
        require(value.isString());
        return value.stringValue();
    }

    private static List<String> types(JsonNode value) throws Beyond {
        if (value.isString()) {
            return List.of(value.stringValue());
        }
        require(value.isArray() && !value.isEmpty());
        var types = new ArrayList<String>(value.size());
        for (var type : value) {
            types.add(string(type));
        }
        return types;
    }

    private int named(KnownContext context, String id) throws Beyond {
        require(!context.isCompact(id));
        return quads.namedNode(id).orElseThrow(Beyond::new);
    }

    private void type(KnownContext context, int node, String type) throws Beyond {
        int start = quads.position();
        vocabulary(context, type);
        quads.addTextSince(node, TYPE, start);
    }

    private void vocabulary(KnownContext context, String value) throws Beyond {
        var term = context.term(value);
        if (term == null) {
            reference(context, value);
        } else {
            quads.raw(term.iri().orElseThrow(Beyond::new));
        }
    }

    private void reference(KnownContext context, String value) throws Beyond {
        require(!context.isCompact(value) && quads.iri(value));
    }

    private void values(KnownContext context, int subject, KnownTerm term, JsonNode value)
            throws Beyond {
        if (term.isList()) {
            list(context, subject, term, value);
        } else if (value.isArray()) {
            for (var item : value) {
                value(context, subject, term.predicate(), term, item);
            }
        } else {
            value(context, subject, term.predicate(), term, value);
        }
    }

    private void list(KnownContext context, int subject, KnownTerm term, JsonNode value)
            throws Beyond {
        int last = subject;
        byte[] link = term.predicate();
        for (var item : value.isArray() ? value : List.of(value)) {
            int cell = quads.blankNode();
            quads.add(last, link, cell);
            value(context, cell, FIRST, term, item);
            last = cell;
            link = REST;
        }
        int start = quads.position();
        quads.raw(NIL);
        quads.addTextSince(last, link, start);
    }

    private void value(
            KnownContext context, int subject, byte[] predicate, KnownTerm term, JsonNode value)
            throws Beyond {
        switch (value.getNodeType()) {
            case OBJECT -> object(context, subject, predicate, term, value);
            case STRING, NUMBER, BOOLEAN -> {
                int start = quads.position();
                if (term.isScoped()) {
                    var below = usable(context.belowScalar(term));
                    scalar(below, property(below, term.name()), value);
                } else {
                    scalar(context, term, value);
                }
                quads.addTextSince(subject, predicate, start);
            }
            case ARRAY, NULL, MISSING, BINARY, POJO -> throw new Beyond();
        }
    }

    private void object(
            KnownContext context, int subject, byte[] predicate, KnownTerm term, JsonNode object)
            throws Beyond {
        if (object.size() == 2 && object.has(VALUE) && object.has(LANGUAGE)) {
            var tag = string(object.path(LANGUAGE));
            require(USUAL_LANGUAGE.matcher(tag).matches());
            int start = quads.position();
            require(quads.literal(string(object.path(VALUE))));
            quads.language(tag.toLowerCase(Locale.ROOT));
            quads.addTextSince(subject, predicate, start);
            return;
        }
        boolean reference = object.size() == 1 && onlyKey(context.idKeys(), object) != null;
        var below = usable(reference ? context.belowReference(term) : context.belowNode(term));
        quads.add(subject, predicate, node(below, object, false));
    }

    private void scalar(KnownContext context, KnownTerm term, JsonNode value) throws Beyond {
        boolean string = value.isString();
        if (string && term.coercion() == Coercion.IRI) {
            reference(context, value.stringValue());
        } else if (string && term.coercion() == Coercion.VOCABULARY) {
            vocabulary(context, value.stringValue());
        } else if (string) {
            require(quads.literal(value.stringValue()));
            quads.raw(term.closing());
        } else if (value.isNumber()) {
            number(term, value);
        } else {
            require(quads.literal(value.booleanValue() ? "true" : "false"));
            quads.raw(term.coercion() == Coercion.DATATYPE ? term.closing() : BOOLEAN);
        }
    }

    private void number(KnownTerm term, JsonNode value) throws Beyond {
        if (!quads.isWritten()) {
            return; // every number has its form
        }
        var number = value.decimalValue();
        var datatype = term.datatype();
        require(quads.literal(RdfNumber.lexical(number, datatype)));
        if (term.coercion() == Coercion.DATATYPE) {
            quads.raw(term.closing());
        } else {
            quads.raw(RdfNumber.isDouble(number, datatype) ? DOUBLE : INTEGER);
        }
    }

    /** The document is not one for the direct way; never leaves this class. */
    private static final class Beyond extends Exception {
        private static final long serialVersionUID = 1L;

        private Beyond() {
            super(null, null, false, false); // no trace: it says nothing about anybody's mistake
        }
    }
}
