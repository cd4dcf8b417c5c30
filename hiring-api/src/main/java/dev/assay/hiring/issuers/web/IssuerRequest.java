package dev.assay.hiring.issuers.web;

import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.issuers.IssuerContent;
import dev.assay.hiring.issuers.IssuerTier;
import dev.assay.hiring.shared.InvalidInput;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry of the registry as it is sent, and as a merge patch leaves it. */
record IssuerRequest(
        @NotEmpty @Size(max = 50)
                List<
                                @NotNull @Size(max = 2_000)
                                @Pattern(
                                        regexp = "(did:[a-z0-9]+:|https://)\\S+",
                                        message = "must be a DID or an https URL")
                                String>
                        ids,
        @NotBlank @Size(max = 200) String name,
        @NotNull IssuerTier tier,
        @Nullable @Size(max = 200) String group,
        @Nullable @Size(max = 1_000) List<@NotBlank @Size(max = 2_000) String> achievements,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable @Size(max = 2_000) String note) {

    static IssuerRequest of(Issuer issuer) {
        IssuerContent content = issuer.content();
        return new IssuerRequest(
                content.ids(),
                content.name(),
                content.tier(),
                content.group(),
                content.achievements(),
                content.validFrom(),
                content.validUntil(),
                content.note());
    }

    IssuerContent content() {
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new InvalidInput("/validUntil", "must lie after validFrom");
        }
        List<String> covered = Objects.requireNonNullElse(achievements, List.<String>of());
        return new IssuerContent(
                ids.stream().distinct().toList(),
                name,
                tier,
                group,
                covered.isEmpty() ? List.of(IssuerContent.ALL) : covered,
                validFrom,
                validUntil,
                note);
    }
}
