package dev.assay.credential.evidence;

import dev.assay.credential.report.VerificationReport;

/** A report and what it rests on. */
public record Verified(VerificationReport report, Evidence evidence) {}
