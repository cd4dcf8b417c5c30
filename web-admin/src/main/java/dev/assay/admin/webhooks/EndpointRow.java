package dev.assay.admin.webhooks;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint.
 *
 * @param name what it is, or else its host
 * @param owner the board whose it is; null for the employer's own
 * @param health how it goes, in a sentence
 * @param held when it is tried next, if it failed last
 * @param delivered when it took something last
 */
record EndpointRow(
        String id,
        String name,
        String url,
        @Nullable String owner,
        List<String> types,
        Badge state,
        String health,
        @Nullable Moment held,
        @Nullable Moment delivered,
        @Nullable Moment formerUntil,
        String publicKey,
        boolean enabled,
        int version) {

    EndpointRow {
        types = List.copyOf(types);
    }
}
