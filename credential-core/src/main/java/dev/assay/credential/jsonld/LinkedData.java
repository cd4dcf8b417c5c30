package dev.assay.credential.jsonld;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import dev.assay.credential.report.CheckCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.databind.JsonNode;

/**
 * JSON-LD processing for one verification: a document is processed once, however many checks and
 * proofs ask. Refuses unknown and written-out contexts, terms no context defines, IRIs that RDF
 * would drop and documents that take too much work. For one thread.
 */
public final class LinkedData {

    // The processor logs values that it drops. They come out of somebody's credential, and whoever
    // sent it decides how many there are; here they lead to a refusal instead.
    private static final Logger PROCESSOR = Logger.getLogger("com.apicatalog");

    static {
        PROCESSOR.setLevel(Level.OFF);
    }

    private final ContextCatalogue catalogue;
    private final WorkBudget budget;
    private final Map<JsonNode, Expansion> expansions = new HashMap<>();
    private final Map<Wanted, CanonicalForm> canonicalForms = new HashMap<>();

    public LinkedData(ContextCatalogue catalogue, WorkBudget budget) {
        this.catalogue = catalogue;
        this.budget = budget;
    }

    /** The expanded document; the tree must not be changed afterwards. */
    public Expansion expand(JsonNode document) {
        return expansions.computeIfAbsent(document, this::expandAnew);
    }

    private record Wanted(JsonNode document, String digest) {}

    /** {@link #canonicalForm(JsonNode, String)} with SHA-256, which nearly all suites use. */
    public CanonicalForm canonicalForm(JsonNode document) {
        return canonicalForm(document, "SHA-256");
    }

    /**
     * The RDFC-1.0 canonical N-Quads of the document; the tree must not be changed afterwards.
     *
     * @param digest by which nodes without an id are told apart, and so what they are called
     */
    public CanonicalForm canonicalForm(JsonNode document, String digest) {
        return canonicalForms.computeIfAbsent(
                new Wanted(document, digest), this::canonicalFormAnew);
    }

    private CanonicalForm canonicalFormAnew(Wanted wanted) {
        return switch (expand(wanted.document())) {
            case Expansion.Refused(var code, var detail) -> new CanonicalForm.Refused(code, detail);
            case Expansion.Expanded(var expanded) -> canonicalForm(expanded, wanted.digest());
        };
    }

    private CanonicalForm canonicalForm(JsonArray expanded, String digest) {
        try {
            return RdfCanonicalForm.<JsonLdError>of(
                    quads ->
                            JsonLd.toRdf(JsonDocument.of(expanded))
                                    .options(options())
                                    .provide(quads),
                    digest,
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
