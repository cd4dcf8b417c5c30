package dev.assay.hiring.webhooks.web;

import dev.assay.hiring.webhooks.Endpoint;
import dev.assay.hiring.webhooks.EndpointContent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An endpoint as it is added, and as a merge patch leaves it. */
record EndpointRequest(
        @NotBlank @Size(max = EndpointContent.LONGEST_URL) String url,
        @Nullable @Size(max = EndpointContent.LONGEST_DESCRIPTION) String description,
        @Nullable @Size(max = EndpointContent.MAXIMUM_TYPES)
                List<@NotNull @Pattern(regexp = EndpointContent.TYPE) String> types,
        @Nullable Boolean enabled) {

    static EndpointRequest of(Endpoint endpoint) {
        EndpointContent content = endpoint.content();
        return new EndpointRequest(
                content.url(),
                content.description().orElse(null),
                content.types().stream().sorted().toList(),
                content.enabled());
    }

    EndpointContent content() {
        return new EndpointContent(
                url.strip(),
                Optional.ofNullable(description),
                types == null ? Set.of() : Set.copyOf(types),
                !Boolean.FALSE.equals(enabled));
    }

    /** Addresses may hold secrets of the receiver's. */
    @Override
    public String toString() {
        return "EndpointRequest";
    }
}
