package dev.assay.credential.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/**
 * Holds the direct way against the general processor. Plain functions, so that a fuzzer can call
 * them too.
 */
final class BothWays {

    private BothWays() {}

    /**
     * Fails unless both ways come to the same answer about the document, to the byte.
     *
     * @return whether the document went the direct way at all
     */
    static boolean agree(JsonNode document, ContextCatalogue catalogue, WorkBudget budget) {
        var either = new LinkedData(catalogue, budget);
        var general = LinkedData.generalOnly(catalogue, budget);

        assertThat(either.refusal(document))
                .as("the refusal of %s", document)
                .isEqualTo(general.refusal(document));
        for (var digest : new String[] {"SHA-256", "SHA-384"}) {
            assertThat(either.canonicalForm(document, digest))
                    .as("the form by %s of %s", digest, document)
                    .isEqualTo(general.canonicalForm(document, digest));
        }
        return either.isDirect(document);
    }
}
