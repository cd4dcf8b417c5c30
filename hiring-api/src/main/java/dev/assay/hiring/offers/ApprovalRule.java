package dev.assay.hiring.offers;

import dev.assay.hiring.shared.Version;

/** Whether another person than the one who wrote an offer has to approve it. */
public record ApprovalRule(boolean byAnother, Version version) {

    /** What holds at an employer that has said nothing. */
    static final ApprovalRule UNSAID = new ApprovalRule(false, Version.FIRST);
}
