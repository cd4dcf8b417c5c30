package dev.assay.hiring.credentials;

/** A credential that is being filed, and what came in. */
record FiledCredential(StoredCredential stored, VerifiedCredential received) {}
