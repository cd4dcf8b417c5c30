package dev.assay.credential.cli;

import dev.assay.credential.report.VerificationReport;

/** What became of one file. */
sealed interface FileReport {

    String file();

    record Checked(String file, VerificationReport report) implements FileReport {}

    record Unreadable(String file, String reason) implements FileReport {}
}
