package dev.assay.credential.jsonld;

import com.apicatalog.jsonld.context.TermDefinition;
import com.apicatalog.jsonld.lang.Keywords;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One term of a {@link KnownContext}, made ready for writing: what it becomes in N-Quads is there
 * as bytes. A term with anything about it that the direct way does not know is {@link Kind#OTHER}.
 */
final class KnownTerm {

    /** What a key that is this term does. */
    enum Kind {
        ID,
        TYPE,
        PROPERTY,
        OTHER
    }

    /** What becomes of a bare value. */
    enum Coercion {
        NONE,
        /** A string is an IRI. */
        IRI,
        /** A string is a term or an IRI. */
        VOCABULARY,
        DATATYPE
    }

    private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final byte[] NOTHING = {};
    private static final Set<String> CONTAINERS = Set.of(Keywords.SET, Keywords.LIST);

    private final String name;
    private final Kind kind;
    private final byte[] iri;
    private final Coercion coercion;
    private final String datatype;
    private final byte[] closing;
    private final boolean list;
    private final boolean scoped;
    private final boolean placed;

    private KnownTerm(String name, TermDefinition definition) {
        var mapping = definition.getUriMapping();
        this.name = name;
        this.kind = kind(mapping, definition);
        this.iri = isIri(mapping) ? bytes("<" + mapping + ">") : NOTHING;
        this.coercion = coercion(definition.getTypeMapping());
        this.datatype = coercion == Coercion.DATATYPE ? definition.getTypeMapping() : "";
        this.closing = closing(datatype);
        this.list = definition.getContainerMapping().contains(Keywords.LIST);
        this.scoped = definition.hasLocalContext();
        this.placed = mapping != null && PlacementRule.isPlaced(mapping);
    }

    static KnownTerm of(String name, TermDefinition definition) {
        return new KnownTerm(name, definition);
    }

    private static Kind kind(@Nullable String mapping, TermDefinition definition) {
        if (Keywords.ID.equals(mapping)) {
            return Kind.ID;
        }
        if (Keywords.TYPE.equals(mapping)) {
            return Kind.TYPE;
        }
        boolean plain =
                isIri(mapping)
                        && !definition.isReverseProperty()
                        && definition.getNestValue() == null
                        && definition.getIndexMapping() == null
                        && definition.getLanguageMapping() == null
                        && definition.getDirectionMapping() == null
                        && definition.getContainerMapping().size() <= 1
                        && CONTAINERS.containsAll(definition.getContainerMapping())
                        && isKnown(definition.getTypeMapping());
        return plain ? Kind.PROPERTY : Kind.OTHER;
    }

    /** ASCII only: others are spelt in more than one way in N-Quads. */
    private static boolean isIri(@Nullable String mapping) {
        return mapping != null
                && !mapping.startsWith("_:")
                && mapping.chars().allMatch(c -> c > ' ' && c < 0x7f)
                && Iri.isAbsolute(mapping);
    }

    /** The RDF datatypes and xsd:string are written in ways of their own. */
    private static boolean isKnown(@Nullable String typeMapping) {
        return typeMapping == null
                || typeMapping.equals(Keywords.ID)
                || typeMapping.equals(Keywords.VOCAB)
                || (isIri(typeMapping)
                        && !typeMapping.equals(XSD_STRING)
                        && !typeMapping.startsWith(RDF));
    }

    private static Coercion coercion(@Nullable String typeMapping) {
        if (typeMapping == null) {
            return Coercion.NONE;
        }
        return switch (typeMapping) {
            case Keywords.ID -> Coercion.IRI;
            case Keywords.VOCAB -> Coercion.VOCABULARY;
            default -> Coercion.DATATYPE;
        };
    }

    /** What closes a literal of the datatype, an empty one being a plain text. */
    static byte[] closing(String datatype) {
        return bytes(datatype.isEmpty() ? "\"" : "\"^^<" + datatype + ">");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    /** The IRI in angle brackets; empty where the term has none that can be written. */
    Optional<byte[]> iri() {
        return iri.length == 0 ? Optional.empty() : Optional.of(iri);
    }

    /** The IRI of a {@link Kind#PROPERTY}, in angle brackets; the caller must not change it. */
    byte[] predicate() {
        return iri;
    }

    Coercion coercion() {
        return coercion;
    }

    /** The IRI of the datatype, or nothing. */
    String datatype() {
        return datatype;
    }

    /** What closes a literal of this term; the caller must not change it. */
    byte[] closing() {
        return closing;
    }

    boolean isList() {
        return list;
    }

    /** Whether a context of its own applies to what it holds, or to nodes of this type. */
    boolean isScoped() {
        return scoped;
    }

    boolean isPlaced() {
        return placed;
    }
}
