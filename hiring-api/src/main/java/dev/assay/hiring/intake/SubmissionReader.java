package dev.assay.hiring.intake;

/** Reads an application from the body it was sent in. The web layer, which knows the body, does. */
public interface SubmissionReader {

    /**
     * @throws RuntimeException as the API refuses a body that is malformed or cannot be accepted
     */
    Submission read(byte[] received);
}
