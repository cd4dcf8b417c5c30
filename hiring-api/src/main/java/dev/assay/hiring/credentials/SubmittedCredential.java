package dev.assay.hiring.credentials;

/** A credential as a candidate hands it in. */
public sealed interface SubmittedCredential permits SubmittedDocument, CredentialAddress {}
