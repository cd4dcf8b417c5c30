package dev.assay.hiring.partners;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.postings.PostingFault;
import java.util.List;

/** An open posting that a partner's file leaves out, since the board would refuse it, and why. */
public record LeftOut(JobId job, String title, List<PostingFault> faults) {

    public LeftOut {
        faults = List.copyOf(faults);
    }
}
