package dev.assay.admin.applications;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Moment;
import dev.assay.admin.shell.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of one application shows.
 *
 * @param flags what came to light after it was decided, newest first
 * @param stage the employer's own name for where it stands, if its job has stages
 * @param couldNotCheck how many items hang on a doubt of ours
 * @param trainingHref null where this viewer may not ask, or the job names no role
 * @param maySendLink whether this viewer may mail the candidate a link
 * @param disputes how many disputes wait for an answer
 * @param blind null where everybody who sees it is told whose it is
 * @param answers to what the job asks whoever applies; never scored
 * @param keeper who looks after it; null when nobody does, or this viewer may not know
 * @param rescoring whether it waits to be scored anew, so that the score shown is the last one
 */
record ApplicationPage(
        String id,
        String candidate,
        @Nullable String email,
        Badge emailState,
        List<Crumb> trail,
        String jobTitle,
        Badge phase,
        @Nullable String stage,
        Moment applied,
        String source,
        ScoreCard score,
        List<CredentialCard> evidence,
        List<HistoryLine> history,
        List<FlagLine> flags,
        int couldNotCheck,
        @Nullable String trainingHref,
        boolean maySendLink,
        int disputes,
        boolean rescoring,
        List<Tab> tabs,
        @Nullable BlindNotice blind,
        List<AnswerLine> answers,
        @Nullable String keeper,
        List<String> tags) {

    ApplicationPage {
        trail = List.copyOf(trail);
        evidence = List.copyOf(evidence);
        history = List.copyOf(history);
        flags = List.copyOf(flags);
        tabs = List.copyOf(tabs);
        answers = List.copyOf(answers);
        tags = List.copyOf(tags);
    }
}
