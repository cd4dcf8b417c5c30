package dev.assay.hiring.credentials;

import dev.assay.credential.report.VerificationReport;

/** A document and what verifying it found; ready to be stored. */
public record VerifiedDocument(SubmittedDocument document, VerificationReport report) {}
