package dev.assay.credential.jsonld;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import dev.assay.credential.report.CheckCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.IdentityHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * JSON-LD processing for one verification: documents are expanded once, however many checks ask.
 * Refuses unknown and written-out contexts, terms no context defines, IRIs that RDF would drop and
 * documents that take too much work. For one thread.
 */
public final class LinkedData {

    private final ContextCatalogue catalogue;
    private final WorkBudget budget;
    private final Map<JsonNode, Expansion> expansions = new IdentityHashMap<>();

    public LinkedData(ContextCatalogue catalogue, WorkBudget budget) {
        this.catalogue = catalogue;
        this.budget = budget;
    }

    public Expansion expand(JsonNode document) {
        var known = expansions.get(document);
        if (known != null) {
            return known;
        }
        var expansion = expandAnew(document);
        expansions.put(document, expansion);
        return expansion;
    }

    /** The RDFC-1.0 canonical N-Quads of the document. */
    public CanonicalForm canonicalForm(JsonNode document) {
        return switch (expand(document)) {
            case Expansion.Refused(var code, var detail) -> new CanonicalForm.Refused(code, detail);
            case Expansion.Expanded(var expanded) -> canonicalForm(expanded);
        };
    }

    private CanonicalForm canonicalForm(JsonArray expanded) {
        try {
            return RdfCanonicalForm.<JsonLdError>of(
                    quads ->
                            JsonLd.toRdf(JsonDocument.of(expanded))
                                    .options(options())
                                    .provide(quads),
                    budget);
        } catch (JsonLdError e) {
            return new CanonicalForm.Refused(CheckCode.INVALID_LINKED_DATA, reason(e));
        }
    }

    private Expansion expandAnew(JsonNode document) {
        return new CompactRules(catalogue)
                .check(document)
                .<Expansion>map(refused -> refused)
                .orElseGet(() -> expandCompact(document));
    }

    private Expansion expandCompact(JsonNode document) {
        try {
            var compact = JsonDocument.of((JsonObject) JakartaTree.of(document));
            var expanded = JsonLd.expand(compact).options(options()).get();
            var stray = PlacementRule.check(expanded);
            return stray.isPresent()
                    ? stray.get()
                    : new Expansion.Expanded(ExpandedRules.apply(expanded));
        } catch (ExpandedRules.Violation e) {
            return e.refusal();
        } catch (JsonLdError e) {
            return new Expansion.Refused(
                    e.getCode() == JsonLdErrorCode.UNDEFINED_TERM
                            ? CheckCode.UNDEFINED_TERM
                            : CheckCode.INVALID_LINKED_DATA,
                    reason(e));
        }
    }

    private JsonLdOptions options() {
        var options = new JsonLdOptions(catalogue.loader());
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        options.setOrdered(false);
        return options;
    }

    private static String reason(JsonLdError e) {
        return "The document breaks a JSON-LD rule: " + e.getCode().toMessage() + ".";
    }
}
