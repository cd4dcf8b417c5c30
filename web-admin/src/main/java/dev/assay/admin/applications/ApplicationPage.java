package dev.assay.admin.applications;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the page of one application shows. */
record ApplicationPage(
        String id,
        String candidate,
        @Nullable String email,
        Badge emailState,
        List<Crumb> trail,
        String jobTitle,
        Badge phase,
        Moment applied,
        String source,
        ScoreCard score,
        List<CredentialCard> evidence,
        List<HistoryLine> history,
        int couldNotCheck) {

    ApplicationPage {
        trail = List.copyOf(trail);
        evidence = List.copyOf(evidence);
        history = List.copyOf(history);
    }
}
