package dev.assay.admin.people;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as the list shows them.
 *
 * @param name empty until somebody has told it
 * @param fault what keeps the invitation back, as a sentence; null when nothing does
 */
record PersonRow(
        String id,
        String name,
        String email,
        String roles,
        List<String> roleNames,
        Badge state,
        @Nullable String fault,
        Moment since,
        int version) {}
