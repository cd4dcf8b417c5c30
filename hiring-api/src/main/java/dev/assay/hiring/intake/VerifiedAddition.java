package dev.assay.hiring.intake;

import dev.assay.hiring.credentials.VerifiedCredential;
import dev.assay.hiring.shared.ApplicationId;

/** A credential handed in after its application was, verified, ready to be taken. */
public record VerifiedAddition(ApplicationId application, VerifiedCredential credential) {}
