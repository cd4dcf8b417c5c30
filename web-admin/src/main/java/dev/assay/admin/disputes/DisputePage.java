package dev.assay.admin.disputes;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One dispute with the words of both sides.
 *
 * @param about what it is about, by name where it names something
 * @param statement null when the candidate was erased
 * @param figures the score when it was opened and when it was answered, or now
 * @param outcome null while nobody answered
 * @param mayAnswer whether this viewer may, and it is open
 * @param profile whether it is about the candidate's data, which the answer can put right
 * @param recorded whether it is about a recorded item, which the answer can take back
 */
record DisputePage(
        String id,
        String candidate,
        String applicationHref,
        String job,
        String about,
        Badge state,
        Moment opened,
        Moment due,
        @Nullable String statement,
        String figures,
        @Nullable String outcome,
        @Nullable String answer,
        @Nullable Moment closed,
        boolean mayAnswer,
        boolean profile,
        boolean recorded,
        String givenName,
        String familyName,
        String phone) {}
