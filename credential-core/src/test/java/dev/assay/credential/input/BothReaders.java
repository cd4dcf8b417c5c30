package dev.assay.credential.input;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/**
 * Holds the reader of usual JSON against the general way. A plain function, so that a fuzzer can
 * call it too.
 */
public final class BothReaders {

    private BothReaders() {}

    /**
     * Fails if the one makes something of a document that the other does not make of it.
     *
     * @return whether the document is a usual one at all
     */
    public static boolean agree(byte[] document, InputLimits limits) {
        var usual = UsualJson.read(document, limits);
        if (usual.isPresent()) {
            assertThat(StrictJson.within(limits).parseInGeneral(document))
                    .isInstanceOfSatisfying(
                            ParseResult.Parsed.class,
                            general -> {
                                assertThat(usual).contains(general.tree());
                                assertThat(written(usual.get())).isEqualTo(written(general.tree()));
                            });
        }
        return usual.isPresent();
    }

    /** With the order of members, and what kind of number each one is. */
    private static String written(JsonNode node) {
        var text = new StringBuilder(node.getClass().getSimpleName());
        for (var member : node.properties()) {
            text.append(member.getKey()).append(':').append(written(member.getValue())).append(';');
        }
        for (var item : node.isArray() ? node : java.util.List.<JsonNode>of()) {
            text.append(written(item)).append(',');
        }
        return node.isContainer() ? text.append('.').toString() : text.append(node).toString();
    }
}
