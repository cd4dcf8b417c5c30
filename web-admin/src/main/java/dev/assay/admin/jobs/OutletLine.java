package dev.assay.admin.jobs;

import dev.assay.admin.shell.Badge;
import java.util.List;

/** Whether a place where the posting could be shown takes it, and what to do where it does not. */
record OutletLine(String outlet, Badge badge, List<Reason> reasons) {

    OutletLine {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param ofEmployer whether it is about what all postings say of the employer
     */
    record Reason(String sentence, boolean ofEmployer) {}
}
