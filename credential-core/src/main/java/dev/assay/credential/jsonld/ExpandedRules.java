package dev.assay.credential.jsonld;

import com.apicatalog.jsonld.lang.LanguageTag;
import dev.assay.credential.report.CheckCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.regex.Pattern;

/**
 * What must hold of an expanded document so that RDF keeps all of it: every id, type and property
 * is an absolute IRI, none a blank node label. An id such as {@code "@here"}, which JSON-LD ignores
 * because it looks like a keyword, is none either: whoever holds a credential could add one, and
 * with it a link the issuer never made. Numbers become typed text on the way.
 */
final class ExpandedRules {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private ExpandedRules() {}

    static JsonArray apply(JsonArray expanded) throws Violation {
        return array(expanded);
    }

    private static JsonArray array(JsonArray array) throws Violation {
        var result = JSON.createArrayBuilder();
        for (var item : array) {
            result.add(value(item));
        }
        return result.build();
    }

    private static JsonValue value(JsonValue value) throws Violation {
        return switch (value) {
            case JsonArray array -> array(array);
            case JsonObject object when object.containsKey("@value") -> literal(object);
            case JsonObject object -> node(object);
            default -> value;
        };
    }

    private static JsonObject node(JsonObject node) throws Violation {
        var result = JSON.createObjectBuilder();
        for (var property : node.entrySet()) {
            switch (property.getKey()) {
                case "@id" -> requireIri(property.getValue(), "id");
                case "@type" -> requireTypes(property.getValue());
                case "@graph", "@list", "@set" -> {}
                default -> requireIri(JSON.createValue(property.getKey()), "property");
            }
            result.add(property.getKey(), value(property.getValue()));
        }
        return result.build();
    }

    private static JsonObject literal(JsonObject literal) throws Violation {
        if (literal.containsKey("@type")) {
            requireIri(
                    literal.get("@type"), "datatype"); // refuses @json, whose numbers would differ
        }
        if (literal.containsKey("@language") && !isLanguage(literal.getString("@language"))) {
            throw new Violation(CheckCode.INVALID_LINKED_DATA, "A language tag is malformed.");
        }
        if (!(literal.get("@value") instanceof JsonNumber number)) {
            return literal;
        }
        var datatype = literal.getString("@type", "");
        var decimal = number.bigDecimalValue();
        var byValue = RdfNumber.isDouble(decimal, datatype) ? RdfNumber.DOUBLE : RdfNumber.INTEGER;
        return JSON.createObjectBuilder()
                .add("@value", RdfNumber.lexical(decimal, datatype))
                .add("@type", datatype.isEmpty() ? byValue : datatype)
                .build();
    }

    /** By the processor's rule too: it drops a text of another language without a word. */
    private static boolean isLanguage(String tag) {
        return LANGUAGE.matcher(tag).matches() && LanguageTag.isWellFormed(tag);
    }

    private static void requireTypes(JsonValue types) throws Violation {
        for (var type : types.asJsonArray()) {
            requireIri(type, "type");
        }
    }

    private static void requireIri(JsonValue value, String what) throws Violation {
        var text = value instanceof JsonString string ? string.getString() : value.toString();
        if (Iri.isAbsolute(text) && !text.startsWith("_:")) {
            return;
        }
        boolean term = !what.equals("id") && !text.contains(":");
        throw new Violation(
                term ? CheckCode.UNDEFINED_TERM : CheckCode.MALFORMED_IRI,
                term
                        ? "The " + what + " \"" + text + "\" is not defined by a context."
                        : "The " + what + " \"" + text + "\" is not an absolute IRI.");
    }

    /** A rule that does not hold; never leaves this package. */
    static final class Violation extends Exception {
        private final CheckCode code;

        Violation(CheckCode code, String detail) {
            super(detail);
            this.code = code;
        }

        Expansion.Refused refusal() {
            return new Expansion.Refused(code, String.valueOf(getMessage()));
        }
    }
}
