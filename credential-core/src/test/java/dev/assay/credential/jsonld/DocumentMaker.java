package dev.assay.credential.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import dev.assay.credential.fixture.Fixtures;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes documents of all kinds out of a seed: mostly such as an issuer could write, of every term
 * the bundled contexts have and of some that are made up; now and then with something in them that
 * no credential should have.
 */
final class DocumentMaker {

    private static final String VC_1 = "https://www.w3.org/2018/credentials/v1";
    private static final String VC_2 = "https://www.w3.org/ns/credentials/v2";
    private static final String OB = "https://purl.imsglobal.org/spec/ob/v3p0/";
    private static final String OWN = "https://college.example/context";
    private static final String VOCABULARY = "https://college.example/vocabulary";

    private static final String OWN_CONTEXT =
            """
            {"@context": {
              "ex": "https://college.example/terms#",
              "steps": {"@id": "ex:steps", "@container": "@list"},
              "stepIds": {"@id": "ex:stepIds", "@type": "@id", "@container": "@list"},
              "days": {"@id": "ex:days", "@type": "http://www.w3.org/2001/XMLSchema#integer"},
              "weight": {"@id": "ex:weight", "@type": "http://www.w3.org/2001/XMLSchema#double"},
              "words": {"@id": "ex:words", "@type": "http://www.w3.org/2001/XMLSchema#string"},
              "kind": {"@id": "ex:kind", "@type": "@vocab"},
              "titles": {"@id": "ex:titles", "@container": "@language"},
              "titel": {"@id": "ex:titel", "@language": "de"},
              "parts": {"@id": "ex:parts", "@container": "@index"},
              "about": {"@reverse": "ex:about"},
              "raw": {"@id": "ex:raw", "@type": "@json"},
              "graph": {"@id": "ex:graph", "@container": "@graph"},
              "place": {"@id": "ex:place", "@context": {"days": "ex:daysThere", "town": "ex:town"}},
              "ref": {"@id": "ex:ref", "@type": "@id",
                      "@context": {"ref": {"@id": "ex:refInside", "@type": "@vocab"}, "Gold": "ex:Gold"}},
              "Gold": "ex:Gold",
              "Course": {"@id": "ex:Course", "@context": {"hours": "ex:hours", "kindOf": "@type"}},
              "Term": {"@id": "ex:Term", "@context": {"hours": {"@id": "ex:termHours", "@type": "@id"}}}
            }}
            """;

    static final ContextCatalogue CATALOGUE =
            ContextCatalogue.bundled()
                    .with(OWN, OWN_CONTEXT.getBytes(StandardCharsets.UTF_8))
                    .with(
                            VOCABULARY,
                            "{\"@context\": {\"@vocab\": \"https://college.example/words#\"}}"
                                    .getBytes(StandardCharsets.UTF_8));

    private static final List<List<String>> CONTEXTS =
            List.of(
                    List.of(VC_2, OB + "context-3.0.3.json"),
                    List.of(VC_2, OB + "context-3.0.3.json"),
                    List.of(VC_2, OB + "context-3.0.3.json", OB + "extensions.json"),
                    List.of(VC_2, OB + "context-3.0.2.json"),
                    List.of(VC_2, OB + "context-3.0.3.json", OWN),
                    List.of(VC_2, OB + "context-3.0.3.json", VOCABULARY),
                    List.of(VC_2),
                    List.of(OWN),
                    List.of(VC_1, OB + "context.json", OB + "extensions.json"),
                    List.of(
                            VC_1,
                            OB + "context-3.0.1.json",
                            "https://w3id.org/security/suites/ed25519-2020/v1"),
                    List.of(VC_1, "https://w3id.org/security/data-integrity/v2"),
                    List.of(VC_2, "https://www.w3.org/ns/credentials/status/v1"),
                    List.of(VC_1, "https://w3id.org/vc/status-list/2021/v1"),
                    List.of(VC_1),
                    List.of("https://w3id.org/security/data-integrity/v1"),
                    List.of(OB + "context-3.0.3.json"),
                    List.of(VC_2, "https://nobody.example/context"));

    /** What each context says, as JSON. */
    private static final Map<String, JsonNode> WORDS = words();

    private static final List<String> TEXTS =
            List.of(
                    "Welding",
                    "",
                    " ",
                    "Schweißen – Grundlagen",
                    "溶接の基礎",
                    "لحام",
                    "a \"quoted\" \\ word",
                    "two\nlines\r\tand a tab",
                    "smile \uD83D\uDE00",
                    "\uE000 private, \uFFFD",
                    "bell \u0007 \u007f \b\f",
                    "e\u0301 and é",
                    "2026-01-10T08:00:00Z",
                    "Gold",
                    "VerifiableCredential",
                    "assertionMethod",
                    "id",
                    "type",
                    "null",
                    "3");
    private static final List<String> IRIS =
            List.of(
                    "urn:uuid:2f7d5a70-9a7b-4f5e-8d0d-0d1b5d1f0a11",
                    "https://college.example/achievements/1",
                    "https://college.example/achievements/1?x=1&y=%20#part",
                    "http://data.europa.eu/esco/skill/sample",
                    "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
                    "did:web:college.example:issuers:5#key-1",
                    "mailto:liv@example.org",
                    "urn:x:1",
                    "urn:x:2");
    private static final List<String> ODD_IRIS =
            List.of(
                    "relative",
                    "/relative",
                    "",
                    "_:b0",
                    "@here",
                    "ex:compact",
                    "cred:compact",
                    "xsd:string",
                    "https://college.example/ä",
                    "https://",
                    "https:///x",
                    "a:b",
                    "urn:",
                    "urn:x:a b",
                    "urn:x#a#b",
                    "HTTP://UPPER.EXAMPLE/",
                    "x://y",
                    "ex://college.example",
                    "https://college.example/<a>",
                    "https://[::1]/x");
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "-0.0",
                    "1",
                    "-5",
                    "3.0",
                    "0.1",
                    "12.5",
                    "1e-7",
                    "1E+2",
                    "1e21",
                    "1e20",
                    "123456789012345680000",
                    "-1.5e300",
                    "5e-324",
                    "1234567890.125",
                    "0.000001");
    private static final List<String> LANGUAGES =
            List.of("de", "en-US", "NB", "zh-Hant-TW", "a", "de de", "", "x-own", "abcdefgh-1");

    private final Random random;
    private final List<String> contexts;
    private final Map<String, JsonNode> terms = new TreeMap<>();

    private DocumentMaker(long seed) {
        random = new Random(seed);
        contexts = pick(CONTEXTS);
        contexts.forEach(address ->
                WORDS.getOrDefault(address, JsonNodeFactory.instance.objectNode())
                        .properties()
                        .forEach(term -> terms.put(term.getKey(), term.getValue())));
        terms.keySet().removeIf(term -> term.startsWith("@"));
    }

    /** The same document for the same seed. */
    static ObjectNode document(long seed) {
        return new DocumentMaker(seed).document();
    }

    private static Map<String, JsonNode> words() {
        var words = new TreeMap<String, JsonNode>();
        for (var address : ContextCatalogue.bundled().addresses()) {
            words.put(address, text(address));
        }
        words.put(OWN, Fixtures.MAPPER.readTree(OWN_CONTEXT).path("@context"));
        return words;
    }

    private static JsonNode text(String address) {
        try {
            var context =
                    ContextCatalogue.bundled()
                            .loader()
                            .loadDocument(URI.create(address), new DocumentLoaderOptions())
                            .getJsonContent()
                            .orElseThrow();
            return Fixtures.MAPPER.readTree(context.toString()).path("@context");
        } catch (JsonLdError e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode document() {
        var document = JsonNodeFactory.instance.objectNode();
        if (contexts.size() == 1 && random.nextBoolean()) {
            document.put("@context", contexts.getFirst());
        } else if (!oneIn(60)) {
            contexts.forEach(document.putArray("@context")::add);
        }
        fill(document, 0);
        return document;
    }

    private void fill(ObjectNode node, int depth) {
        var known = new TreeMap<>(terms);
        if (!oneIn(4)) {
            var types = new ArrayList<String>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                types.add(type());
            }
            types.forEach(type ->
                    terms.getOrDefault(type, node)
                            .path("@context")
                            .properties()
                            .forEach(term -> known.put(term.getKey(), term.getValue())));
            if (types.size() == 1 && random.nextBoolean()) {
                node.put("type", types.getFirst());
            } else {
                types.forEach(node.withArrayProperty("type")::add);
            }
        }
        if (random.nextInt(3) > 0) {
            node.put("id", iri());
        }
        var keys = known.keySet().stream().filter(key -> !key.startsWith("@")).toList();
        for (int i = random.nextInt(7); i > 0 && !keys.isEmpty(); i--) {
            var key =
                    oneIn(150)
                            ? odd(List.of("nobodyKnows", "ex:x", "@graph", "urn:x", ""))
                            : pick(keys);
            if (!key.equals("id") && !key.equals("type") && !key.equals("@context")) {
                node.set(key, values(known.getOrDefault(key, node), depth));
            }
        }
        if (oneIn(300)) {
            node.put("@context", VC_2);
        }
    }

    private String type() {
        if (oneIn(80)) {
            return odd(
                    List.of(
                            "Unheard",
                            "https://college.example/Own",
                            "id",
                            "urn:x:T",
                            "ex:T",
                            "_:t"));
        }
        var types =
                terms.keySet().stream()
                        .filter(term -> Character.isUpperCase(term.charAt(0)))
                        .toList();
        return types.isEmpty() ? "urn:x:Type" : pick(types);
    }

    private String odd(List<String> some) {
        return pick(some);
    }

    private JsonNode values(JsonNode term, int depth) {
        if (random.nextInt(4) > 0) {
            return value(term, depth);
        }
        var values = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            add(values, value(term, depth));
            if (oneIn(6)) {
                add(values, values.path(0).deepCopy()); // twice the same
            }
        }
        return values;
    }

    private static void add(ArrayNode values, JsonNode value) {
        values.add(value);
    }

    private JsonNode value(JsonNode term, int depth) {
        var nodes = JsonNodeFactory.instance;
        boolean reference = term.path("@type").asString("").startsWith("@");
        int kind = random.nextInt(100);
        if (depth < 4 && kind < (reference ? 40 : 30)) {
            var child = nodes.objectNode();
            fill(child, depth + 1);
            return child;
        }
        if (kind < 45 || reference) {
            return nodes.stringNode(kind < 90 ? iri() : pick(TEXTS));
        }
        if (kind < 75) {
            return nodes.stringNode(pick(TEXTS.subList(0, kind < 70 ? 8 : TEXTS.size())));
        }
        if (kind < 86) {
            return nodes.numberNode(new BigDecimal(pick(NUMBERS)));
        }
        if (kind < 92) {
            return nodes.booleanNode(random.nextBoolean());
        }
        if (kind < 97) {
            return nodes.objectNode()
                    .put("@value", pick(TEXTS.subList(0, 8)))
                    .put("@language", random.nextInt(4) > 0 ? "de" : pick(LANGUAGES));
        }
        return switch (random.nextInt(8)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.arrayNode().add(nodes.arrayNode().add("nested"));
            case 2 -> nodes.objectNode().put("@value", 5);
            case 3 -> nodes.objectNode().put("@value", 5).put("@language", "de");
            case 4 -> nodes.objectNode();
            case 5 -> nodes.objectNode().put("id", iri());
            case 6 -> nodes.objectNode().put("@id", iri());
            default -> nodes.objectNode().put("de", "Wort").put("en", "word");
        };
    }

    private String iri() {
        return oneIn(25)
                ? pick(ODD_IRIS)
                : pick(IRIS) + (random.nextBoolean() ? random.nextInt(1_000) : "");
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
