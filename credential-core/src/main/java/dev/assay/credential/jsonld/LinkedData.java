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
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON-LD processing for one verification: a document is processed once, however many checks and
 * proofs ask. Refuses unknown and written-out contexts, terms no context defines, IRIs that RDF
 * would drop and documents that take too much work. For one thread.
 *
 * <p>Documents that are usual in every respect go the direct way ({@link DirectReader}); everything
 * else, and whatever is refused, is for the general processor to decide (docs/adr/0014). Which way
 * a document went cannot be told from the answer.
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
    private final boolean direct;
    private final IdentityHashMap<JsonNode, Processed> documents = new IdentityHashMap<>();

    public LinkedData(ContextCatalogue catalogue, WorkBudget budget) {
        this(catalogue, budget, true);
    }

    private LinkedData(ContextCatalogue catalogue, WorkBudget budget, boolean direct) {
        this.catalogue = catalogue;
        this.budget = budget;
        this.direct = direct;
    }

    /** One that never goes the direct way, to hold the direct way against. */
    static LinkedData generalOnly(ContextCatalogue catalogue, WorkBudget budget) {
        return new LinkedData(catalogue, budget, false);
    }

    /** Whether the document went the direct way. */
    boolean isDirect(JsonNode document) {
        return quads(document, processed(document)).isPresent();
    }

    /** Why the document is not one we read; the tree must not be changed afterwards. */
    public Optional<Expansion.Refused> refusal(JsonNode document) {
        var processed = processed(document);
        return !isFine(document, processed)
                        && expansion(document, processed) instanceof Expansion.Refused refused
                ? Optional.of(refused)
                : Optional.empty();
    }

    /** Whether the direct way finds nothing wrong; it need not write for that. */
    private boolean isFine(JsonNode document, Processed processed) {
        var quads = processed.quads;
        return direct
                && ((quads != null && quads.isPresent())
                        || DirectReader.isFine(document, catalogue.known()));
    }

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
        var processed = processed(document);
        var known = processed.forms.get(digest);
        if (known == null) {
            known =
                    quads(document, processed)
                            .<CanonicalForm>flatMap(
                                    quads -> SimpleCanonicalForm.of(quads, digest, budget))
                            .orElseGet(() -> generalForm(document, processed, digest));
            processed.forms.put(digest, known);
        }
        return known;
    }

    private CanonicalForm generalForm(JsonNode document, Processed processed, String digest) {
        return switch (expansion(document, processed)) {
            case Expansion.Refused(var code, var detail) -> new CanonicalForm.Refused(code, detail);
            case Expansion.Expanded(var expanded) -> canonicalForm(expanded, digest);
        };
    }

    private Processed processed(JsonNode document) {
        return documents.computeIfAbsent(document, _ -> new Processed());
    }

    private Optional<Quads> quads(JsonNode document, Processed processed) {
        var known = processed.quads;
        if (known == null) {
            known = direct ? DirectReader.read(document, catalogue.known()) : Optional.empty();
            processed.quads = known;
        }
        return known;
    }

    private Expansion expansion(JsonNode document, Processed processed) {
        var known = processed.expansion;
        if (known == null) {
            known = expandAnew(document);
            processed.expansion = known;
        }
        return known;
    }

    /** What is known about a document by now. */
    private static final class Processed {
        private @Nullable Optional<Quads> quads;

        private final Map<String, CanonicalForm> forms = new HashMap<>(2);
        private @Nullable Expansion expansion;
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
        } catch (NullPointerException _) {
            // What the processor makes of a reference such as "@here", which looks like a keyword.
            return new Expansion.Refused(
                    CheckCode.MALFORMED_IRI, "A reference is not an absolute IRI.");
        } catch (JsonLdError e) {
            return new Expansion.Refused(
                    e.getCode() == JsonLdErrorCode.UNDEFINED_TERM
                            ? CheckCode.UNDEFINED_TERM
                            : CheckCode.INVALID_LINKED_DATA,
                    reason(e));
        }
    }

    private JsonLdOptions options() {
        return options(catalogue);
    }

    static JsonLdOptions options(ContextCatalogue catalogue) {
        var options = new JsonLdOptions(catalogue.loader());
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        options.setOrdered(false);
        return options;
    }

    private static String reason(JsonLdError e) {
        return "The document breaks a JSON-LD rule: " + e.getCode().toMessage() + ".";
    }
}
