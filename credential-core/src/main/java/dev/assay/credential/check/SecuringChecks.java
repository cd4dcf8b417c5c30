package dev.assay.credential.check;

import dev.assay.credential.report.Check;
import dev.assay.credential.report.ProofDescription;
import java.util.Optional;

/** The verdicts on how a credential is secured: does the signature fit, and whose key is it. */
record SecuringChecks(Optional<ProofDescription> description, Check proof, Check keyBinding) {}
