package dev.assay.admin.applications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is that is reviewed blind, or the question for it.
 *
 * @param told null until it was asked with a reason
 */
record UnmaskPage(ApplicationHead head, List<Choice> reasons, @Nullable Told told) {

    UnmaskPage {
        reasons = List.copyOf(reasons);
    }

    /** A reason and what it is called. */
    record Choice(String id, String words) {}

    record Told(String name, String email, @Nullable String phone) {}
}
