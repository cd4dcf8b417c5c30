package dev.assay.admin.rubrics;

import dev.assay.admin.shell.Moment;
import dev.assay.hiring.evidence.Criterion;
import java.util.List;

/** A rubric, at one of its versions. */
record RubricRow(
        String id,
        int version,
        String name,
        String method,
        String skill,
        List<Criterion> criteria,
        boolean retired,
        Moment changed) {

    RubricRow {
        criteria = List.copyOf(criteria);
    }
}
