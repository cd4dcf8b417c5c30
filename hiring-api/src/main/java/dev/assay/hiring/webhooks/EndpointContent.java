package dev.assay.hiring.webhooks;

import java.util.Optional;
import java.util.Set;

/**
 * What an endpoint's owner says of it.
 *
 * @param types which events it wants: names such as {@code application.moved}, or all of a feature
 *     by {@code application.*}; empty for all there are
 * @param enabled whether anything is delivered now; what happens while it is not, is later
 */
public record EndpointContent(
        String url, Optional<String> description, Set<String> types, boolean enabled) {

    /** How many types one endpoint names at most. */
    public static final int MAXIMUM_TYPES = 100;

    public static final int LONGEST_URL = 2_000;
    public static final int LONGEST_DESCRIPTION = 200;

    /** How a type is written, as a regular expression. */
    public static final String TYPE = "[a-z][a-z-]{0,49}\\.(?:\\*|[a-z][a-z-]{0,49})";

    public EndpointContent {
        types = Set.copyOf(types);
    }

    boolean wants(String type) {
        return types.isEmpty()
                || types.contains(type)
                || types.contains(type.substring(0, type.indexOf('.') + 1) + "*");
    }

    /** The same, delivering or not. */
    public EndpointContent enabled(boolean whether) {
        return new EndpointContent(url, description, types, whether);
    }

    @Override
    public String toString() {
        // Addresses may hold secrets of the receiver's.
        return "EndpointContent[enabled=%s]".formatted(enabled);
    }
}
