package dev.assay.admin.disputes;

import dev.assay.hiring.candidates.ProfileCorrection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the form sends it.
 *
 * @param takeBack there when the recorded item was recorded by mistake
 */
record AnswerForm(
        @Nullable String outcome,
        @Nullable String answer,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String phone,
        @Nullable String takeBack) {

    /** Nothing was typed so far. */
    static final AnswerForm EMPTY = new AnswerForm(null, null, null, null, null, null);

    boolean takenBack() {
        return takeBack != null;
    }

    /** Empty when a name is missing: nothing is put right then. */
    Optional<ProfileCorrection> profile() {
        return givenName == null
                        || givenName.isBlank()
                        || familyName == null
                        || familyName.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new ProfileCorrection(
                                givenName.strip(),
                                familyName.strip(),
                                phone == null || phone.isBlank() ? null : phone.strip()));
    }
}
