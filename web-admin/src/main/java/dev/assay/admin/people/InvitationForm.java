package dev.assay.admin.people;

import dev.assay.hiring.members.Invitation;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An invitation as a person types it, kept as it was typed until it is right. */
record InvitationForm(
        @Nullable String email,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable List<String> roles) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+");
    private static final int LONGEST = 200;

    static InvitationForm empty() {
        return new InvitationForm(null, null, null, null);
    }

    List<String> chosen() {
        return Objects.requireNonNullElse(roles, List.of());
    }

    /**
     * @throws InvalidInput when it cannot be read, naming each field
     */
    Invitation invitation() {
        List<Fault> faults = new ArrayList<>();
        if (!ADDRESS.matcher(text(email)).matches() || text(email).length() > LONGEST) {
            faults.add(new Fault("/email", "must be an e-mail address"));
        }
        if (PeopleWords.chosen(chosen()).isEmpty()) {
            faults.add(new Fault("/roles", "must be chosen"));
        }
        if (text(givenName).length() > LONGEST || text(familyName).length() > LONGEST) {
            faults.add(new Fault("/givenName", "is too long"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Invitation(
                Optional.of(text(email)),
                Optional.empty(),
                optional(givenName),
                optional(familyName),
                PeopleWords.chosen(chosen()));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    private static @Nullable String optional(@Nullable String typed) {
        return text(typed).isEmpty() ? null : text(typed);
    }
}
