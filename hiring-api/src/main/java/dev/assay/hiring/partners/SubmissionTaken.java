package dev.assay.hiring.partners;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PersonId;

/**
 * An application that was accepted with something enclosed was taken just now. Listeners run in
 * that transaction, and are the only ones who get what was enclosed.
 */
public record SubmissionTaken(
        Actor.Service actor,
        ApplicationId application,
        JobId job,
        PersonId person,
        byte[] enclosed) {

    /** Without what was enclosed. */
    @Override
    public String toString() {
        return "SubmissionTaken[" + application + "]";
    }
}
