package dev.assay.admin.pipeline;

import dev.assay.admin.shell.Moment;
import java.util.List;

/**
 * A stage template of a list.
 *
 * @param stages by name, in their order
 */
record TemplateRow(
        String id,
        String name,
        List<String> stages,
        boolean usual,
        boolean retired,
        Moment changed) {

    TemplateRow {
        stages = List.copyOf(stages);
    }
}
