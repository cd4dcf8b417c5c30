package dev.assay.hiring.intake;

import dev.assay.credential.report.CredentialFormat;
import dev.assay.hiring.credentials.SubmittedDocument;
import dev.assay.hiring.dossier.NewAttachment;
import dev.assay.hiring.jobs.ScreeningQuestion;
import java.util.Arrays;
import java.util.List;

/**
 * What whoever hands in an application to a job has to know: what it asks, and what is taken.
 *
 * @param questions what applicants are asked now, in the order to ask them
 */
public record ApplyForm(List<ScreeningQuestion> questions) {

    /** How large an application may be in all, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /** How many files one application may bring. */
    public static final int MOST_ATTACHMENTS = 20;

    public static final int MOST_CREDENTIALS = Submission.MAXIMUM_CREDENTIALS;
    public static final int MOST_CREDENTIAL_BYTES = SubmittedDocument.MAXIMUM_BYTES;
    public static final int MOST_ATTACHMENT_BYTES = NewAttachment.MAXIMUM_BYTES;

    public ApplyForm {
        questions = List.copyOf(questions);
    }

    /** The formats that are verified; any other is kept, and counts nothing. */
    public static List<CredentialFormat> credentialFormats() {
        return Arrays.stream(CredentialFormat.values())
                .filter(CredentialFormat::supported)
                .toList();
    }

    /** The kinds of files that are taken, told by what is in them. */
    public static List<String> attachmentTypes() {
        return NewAttachment.mediaTypes();
    }
}
