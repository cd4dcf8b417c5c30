package dev.assay.hiring.candidates;

/** What became of a link that somebody follows. */
public sealed interface ConfirmationLink {

    /** It can be used: whoever it was sent to may confirm. */
    record Open(String employerName) implements ConfirmationLink {}

    /** The address is confirmed, by this link or in another way; there is nothing left to do. */
    record Done(String employerName) implements ConfirmationLink {}

    /** Too late; the recruiter can attest the address, or a new application brings a new link. */
    record Expired() implements ConfirmationLink {}

    /** No link of ours, or one to somebody who is not there any more. */
    record Unknown() implements ConfirmationLink {}
}
