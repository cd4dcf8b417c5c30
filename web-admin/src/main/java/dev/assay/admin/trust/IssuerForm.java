package dev.assay.admin.trust;

import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.issuers.IssuerContent;
import dev.assay.hiring.issuers.IssuerTier;
import dev.assay.hiring.issuers.StarterIssuer;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the registry as a person types it, kept as it was typed until it is right.
 *
 * @param ids one a line
 * @param version the version it was read at; null for a new entry
 * @param from the application whose page led here, to go back to; null for the registry itself
 */
record IssuerForm(
        @Nullable String name,
        @Nullable String ids,
        @Nullable String tier,
        @Nullable String group,
        @Nullable String note,
        @Nullable Integer version,
        @Nullable UUID from) {

    static IssuerForm empty(String id, String name, @Nullable UUID from) {
        return new IssuerForm(name, id, null, null, null, null, from);
    }

    /** A well-known issuer to be adopted; the tier is for a person to choose. */
    static IssuerForm adopting(StarterIssuer starter) {
        IssuerContent entry = starter.adopted(IssuerTier.KNOWN);
        return new IssuerForm(
                entry.name(),
                String.join("\n", entry.ids()),
                null,
                entry.group(),
                entry.note(),
                null,
                null);
    }

    static IssuerForm of(Issuer issuer) {
        IssuerContent content = issuer.content();
        return new IssuerForm(
                content.name(),
                String.join("\n", content.ids()),
                content.tier().wireName(),
                content.group(),
                content.note(),
                issuer.version().value(),
                null);
    }

    IssuerForm withTier(String chosen) {
        return new IssuerForm(name, ids, chosen, group, note, version, from);
    }

    /** The same typing on top of what somebody else saved meanwhile. */
    IssuerForm onto(Issuer theirs) {
        return new IssuerForm(name, ids, tier, group, note, theirs.version().value(), from);
    }

    /**
     * The version that was read.
     *
     * @throws InvalidInput when the form carries none
     */
    Version expected() {
        if (version == null || version < 1) {
            throw new InvalidInput("/version", "is missing");
        }
        return new Version(version);
    }

    /**
     * The entry that was typed, for all achievements and times.
     *
     * @throws InvalidInput when it cannot be read
     */
    IssuerContent content() {
        requireFilledIn();
        return new IssuerContent(
                lines(),
                text(name),
                chosen().orElseThrow(),
                optional(group),
                List.of(IssuerContent.ALL),
                null,
                null,
                optional(note));
    }

    /**
     * The entry that was typed, with the scope that this form does not show left as it is.
     *
     * @throws InvalidInput when it cannot be read
     */
    IssuerContent changing(IssuerContent before) {
        requireFilledIn();
        return new IssuerContent(
                lines(),
                text(name),
                chosen().orElseThrow(),
                optional(group),
                before.achievements(),
                before.validFrom(),
                before.validUntil(),
                optional(note));
    }

    /** The identifiers that were typed, each once. */
    public List<String> lines() {
        return text(ids)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private void requireFilledIn() {
        List<InvalidInput.Fault> missing = new ArrayList<>();
        if (text(name).isEmpty()) {
            missing.add(new InvalidInput.Fault("/name", "must not be blank"));
        }
        if (lines().isEmpty()) {
            missing.add(new InvalidInput.Fault("/ids", "must name at least one"));
        }
        if (chosen().isEmpty()) {
            missing.add(new InvalidInput.Fault("/tier", "must be chosen"));
        }
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
    }

    private Optional<IssuerTier> chosen() {
        return Arrays.stream(IssuerTier.values())
                .filter(one -> one.wireName().equals(tier))
                .findFirst();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    private static @Nullable String optional(@Nullable String typed) {
        String text = text(typed);
        return text.isEmpty() ? null : text;
    }
}
