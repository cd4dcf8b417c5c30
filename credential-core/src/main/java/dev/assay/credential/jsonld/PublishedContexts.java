package dev.assay.credential.jsonld;

import dev.assay.credential.source.DocumentSource;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Contexts that are known and not bundled. Those of CLR 2.0 may not be copied, so they are asked
 * for like any document and taken only with the digest they are known by. HR Open names schemas
 * where contexts belong; there is nothing to be had at all.
 */
public final class PublishedContexts {

    private static final String CLR_2_0_1 =
            "880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6";
    private static final String CLR_2_0_0 =
            "e198d7b517d74c5036434ce495086f67b10244709e9a3df9dcb7f8b1579b6167";
    private static final Map<String, Set<String>> DIGESTS =
            Map.of(
                    "https://purl.imsglobal.org/spec/clr/v2p0/context.json",
                    Set.of(CLR_2_0_0, CLR_2_0_1),
                    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                    Set.of(CLR_2_0_1));
    private static final String HR_OPEN = "://schema.hropenstandards.org/";

    private PublishedContexts() {}

    /** The catalogue with those of the document's contexts that could be had. */
    public static ContextCatalogue complete(
            ContextCatalogue known, DocumentSource documents, JsonNode claims) {
        var catalogue = known;
        for (var address : named(claims)) {
            var digests = DIGESTS.getOrDefault(address, Set.of());
            if (!digests.isEmpty()
                    && !catalogue.knows(address)
                    && documents.fetch(URI.create(address))
                            instanceof DocumentSource.Answer.Found(var content, _)) {
                var digest = digest(content);
                if (digests.contains(digest)) {
                    catalogue = catalogue.withPublished(address, digest, content);
                }
            }
        }
        return catalogue;
    }

    /** Whether we know which context is meant, though we do not have it. */
    static boolean mayBeMeant(String address) {
        return DIGESTS.containsKey(address) || address.contains(HR_OPEN);
    }

    private static List<String> named(JsonNode node) {
        var addresses = new ArrayList<String>();
        collect(node, addresses);
        return addresses;
    }

    private static void collect(JsonNode node, List<String> addresses) {
        if (node.isArray()) {
            for (var item : node) {
                collect(item, addresses);
            }
        } else if (node.isObject()) {
            for (var property : node.properties()) {
                if (property.getKey().equals("@context")) {
                    addresses(property.getValue(), addresses);
                } else {
                    collect(property.getValue(), addresses);
                }
            }
        }
    }

    private static void addresses(JsonNode context, List<String> addresses) {
        if (context.isString()) {
            addresses.add(context.stringValue());
        } else if (context.isArray()) {
            context.forEach(item -> addresses(item, addresses));
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
