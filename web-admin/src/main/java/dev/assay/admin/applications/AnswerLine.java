package dev.assay.admin.applications;

import org.jspecify.annotations.Nullable;

/**
 * What an applicant answered.
 *
 * @param question as it was asked; null where they answered what the job never asked
 */
record AnswerLine(@Nullable String question, String answer) {}
