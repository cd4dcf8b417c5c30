package dev.assay.hiring.issuers;

import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an employer holds about an issuer.
 *
 * @param ids the DIDs or https URLs it signs as, in order; one belongs to one entry only
 * @param group entries with the same group are one voice: one organisation, parent and child,
 *     creator and reseller; null when the entry stands alone
 * @param achievements ids of the achievements the tier holds for, or {@code *} for all
 * @param validFrom credentials issued before it do not have this tier
 * @param validUntil nor do those issued from it on
 */
public record IssuerContent(
        List<String> ids,
        String name,
        IssuerTier tier,
        @Nullable String group,
        List<String> achievements,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String note) {

    public static final String ALL = "*";

    private static final Pattern ID = Pattern.compile("(did:[a-z0-9]+:|https://)\\S+");
    private static final int MOST_IDS = 50;
    private static final int SHORT = 200;
    private static final int LONG = 2_000;

    public IssuerContent {
        ids = ids.stream().sorted().toList();
        achievements = List.copyOf(achievements);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("an issuer has at least one id");
        }
        if (achievements.isEmpty()) {
            throw new IllegalArgumentException(
                    "an issuer's tier holds for at least one achievement, or for " + ALL);
        }
    }

    /**
     * Whoever hands an entry in, it must be one the registry can work with.
     *
     * @throws InvalidInput naming every field at fault
     */
    void requireSound() {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!ID.matcher(ids.get(i)).matches()) {
                faults.add(new Fault("/ids/" + i, "must be a DID or an https URL"));
            }
            tooLong("/ids/" + i, ids.get(i), LONG).ifPresent(faults::add);
        }
        if (ids.size() > MOST_IDS) {
            faults.add(new Fault("/ids", "must be at most " + MOST_IDS));
        }
        if (name.isBlank()) {
            faults.add(new Fault("/name", "must not be blank"));
        }
        tooLong("/name", name, SHORT).ifPresent(faults::add);
        tooLong("/group", group, SHORT).ifPresent(faults::add);
        tooLong("/note", note, LONG).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static Optional<Fault> tooLong(String pointer, @Nullable String text, int most) {
        return text != null && text.length() > most
                ? Optional.of(new Fault(pointer, "must have at most " + most + " characters"))
                : Optional.empty();
    }
}
