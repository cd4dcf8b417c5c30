package dev.assay.hiring.partners.web;

import dev.assay.hiring.partners.Partner;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A partner as it is registered, and as a merge patch leaves it. */
record PartnerRequest(@NotBlank @Size(max = 200) String name, @Nullable Boolean disabled) {

    static PartnerRequest of(Partner partner) {
        return new PartnerRequest(partner.name(), partner.disabled());
    }

    boolean isDisabled() {
        return Boolean.TRUE.equals(disabled);
    }
}
