package dev.assay.credential.jsonld;

import dev.assay.credential.report.CheckCode;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which JSON-LD we read at all: known contexts by address, and otherwise plain terms. Keywords and
 * IRIs as keys, though legal, would let somebody rewrite a signed document so that the signature
 * still fits while a property, say an expiry, is no longer where it is looked for.
 */
final class CompactRules {

    private static final String CONTEXT = "@context";
    private static final Set<String> TAGGED_TEXT = Set.of("@value", "@language");

    private final ContextCatalogue catalogue;

    CompactRules(ContextCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Optional<Expansion.Refused> check(JsonNode document) {
        return document.has(CONTEXT)
                ? node(document)
                : refuse(CheckCode.UNKNOWN_CONTEXT, "The document names no context.");
    }

    private Optional<Expansion.Refused> node(JsonNode node) {
        if (node.isObject()) {
            return object(node);
        }
        for (var item : node) {
            var refusal = node(item);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<Expansion.Refused> object(JsonNode node) {
        // A text with a language differs from the bare text in RDF too, so it may stay.
        if (Set.copyOf(node.propertyNames()).equals(TAGGED_TEXT)) {
            return Optional.empty();
        }
        for (var property : node.properties()) {
            var refusal =
                    property.getKey().equals(CONTEXT)
                            ? context(property.getValue())
                            : key(property.getKey()).or(() -> node(property.getValue()));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<Expansion.Refused> key(String key) {
        return key.startsWith("@") || key.contains(":")
                ? refuse(
                        CheckCode.UNDEFINED_TERM,
                        "The key \"" + key + "\" is not a term of a context.")
                : Optional.empty();
    }

    private Optional<Expansion.Refused> context(JsonNode context) {
        if (context.isArray()) {
            for (var item : context) {
                var refusal = item.isArray() ? embedded() : context(item);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
            return Optional.empty();
        }
        if (!context.isString()) {
            return embedded();
        }
        var address = context.stringValue();
        if (catalogue.knows(address)) {
            return Optional.empty();
        }
        return PublishedContexts.mayBeMeant(address)
                ? refuse(
                        CheckCode.CONTEXT_UNAVAILABLE,
                        "The context " + address + " could not be had.")
                : refuse(CheckCode.UNKNOWN_CONTEXT, "The context " + address + " is not known.");
    }

    private static Optional<Expansion.Refused> embedded() {
        return refuse(
                CheckCode.EMBEDDED_CONTEXT,
                "A context is written out instead of named by address.");
    }

    private static Optional<Expansion.Refused> refuse(CheckCode code, String detail) {
        return Optional.of(new Expansion.Refused(code, detail));
    }
}
