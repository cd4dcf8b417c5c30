package dev.assay.admin.webhooks;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.webhooks.Endpoint;
import dev.assay.hiring.webhooks.EndpointContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as a person types it, kept as it was typed until it is right.
 *
 * @param types one a line; empty for all
 * @param version the version it was read at; null for a new one
 */
record EndpointForm(
        @Nullable String url,
        @Nullable String description,
        @Nullable String types,
        @Nullable Boolean enabled,
        @Nullable Integer version) {

    private static final Pattern TYPE = Pattern.compile(EndpointContent.TYPE);

    static EndpointForm empty() {
        return new EndpointForm("", "", "", true, null);
    }

    static EndpointForm of(Endpoint endpoint) {
        EndpointContent content = endpoint.content();
        return new EndpointForm(
                content.url(),
                content.description().orElse(""),
                String.join("\n", content.types().stream().sorted().toList()),
                content.enabled(),
                endpoint.version().value());
    }

    /** The same, for a version that somebody made meanwhile. */
    EndpointForm over(Version current) {
        return new EndpointForm(url, description, types, enabled, current.value());
    }

    Version expected() {
        return new Version(version == null ? 1 : Math.max(1, version));
    }

    /**
     * @throws InvalidInput when it cannot be read, naming each field
     */
    EndpointContent content() {
        List<Fault> faults = new ArrayList<>();
        String address = Typed.text(url);
        if (address.isEmpty() || address.length() > EndpointContent.LONGEST_URL) {
            faults.add(new Fault("/url", "must be an address that begins with https://"));
        }
        String said = Typed.text(description);
        if (said.length() > EndpointContent.LONGEST_DESCRIPTION) {
            faults.add(
                    new Fault(
                            "/description",
                            "must have %d characters at most"
                                    .formatted(EndpointContent.LONGEST_DESCRIPTION)));
        }
        List<String> wanted = Typed.lines(types);
        if (wanted.size() > EndpointContent.MAXIMUM_TYPES
                || !wanted.stream().allMatch(type -> TYPE.matcher(type).matches())) {
            faults.add(
                    new Fault(
                            "/types",
                            "must be such as application.moved or application.*, one a line"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new EndpointContent(
                address,
                Optional.of(said).filter(text -> !text.isEmpty()),
                Set.copyOf(wanted),
                Boolean.TRUE.equals(enabled));
    }
}
