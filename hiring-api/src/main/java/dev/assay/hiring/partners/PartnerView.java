package dev.assay.hiring.partners;

import java.util.Optional;

/** A partner as an employer sees it: with its own grant, and nothing of others'. */
public record PartnerView(Partner partner, boolean own, Optional<Grant> grant) {}
