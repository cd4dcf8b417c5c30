package dev.assay.admin.policies;

import java.util.List;

/** What a policy would change at one job. */
record EffectRow(
        String job,
        String summary,
        String shift,
        String mustHaves,
        String unmeasured,
        List<Change> changes) {

    EffectRow {
        changes = List.copyOf(changes);
    }

    /**
     * One applicant, by a pseudonym.
     *
     * @param rank before and after
     */
    record Change(String applicant, String rank, String score) {}
}
