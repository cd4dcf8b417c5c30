package dev.assay.admin.trust;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issuer of the employer's registry. */
record IssuerRow(
        String id,
        String name,
        List<String> ids,
        String tier,
        Badge badge,
        @Nullable String group,
        @Nullable String note,
        @Nullable Moment changed,
        String version) {

    IssuerRow {
        ids = List.copyOf(ids);
    }
}
