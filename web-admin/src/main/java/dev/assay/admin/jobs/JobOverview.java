package dev.assay.admin.jobs;

import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job's posting says.
 *
 * @param lastDay until when one can apply; null while no day is set
 */
record JobOverview(
        List<String> paragraphs,
        List<Fact> facts,
        @Nullable Moment lastDay,
        Moment created,
        Moment changed) {

    JobOverview {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
    }

    /** One line of facts. */
    record Fact(String name, String value) {}
}
