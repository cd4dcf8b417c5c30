package dev.assay.admin.partners;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.postings.EmployerProfile;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an employer says of itself, as a person types it. */
record ProfileForm(
        @Nullable String website,
        @Nullable String logo,
        @Nullable String linkedinCompany,
        @Nullable Integer version) {

    static ProfileForm of(EmployerProfile profile) {
        return new ProfileForm(
                profile.website(),
                profile.logo(),
                profile.linkedinCompany(),
                profile.version().value());
    }

    /** The same, for a version that somebody made meanwhile. */
    ProfileForm over(EmployerProfile current) {
        return new ProfileForm(website, logo, linkedinCompany, current.version().value());
    }

    /**
     * @throws InvalidInput when it cannot be read, naming each field
     */
    EmployerProfile profile() {
        List<Fault> faults = new ArrayList<>();
        address(faults, "/website", website);
        address(faults, "/logo", logo);
        String number = Typed.text(linkedinCompany);
        if (!number.isEmpty() && !number.matches(EmployerProfile.LINKEDIN_COMPANY)) {
            faults.add(new Fault("/linkedinCompany", "must be digits alone"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new EmployerProfile(
                orNull(website),
                orNull(logo),
                orNull(linkedinCompany),
                new Version(version == null ? 1 : Math.max(1, version)));
    }

    private static void address(List<Fault> faults, String pointer, @Nullable String typed) {
        String address = Typed.text(typed);
        if (!address.isEmpty()
                && (address.length() > EmployerProfile.LONGEST_ADDRESS
                        || !address.matches(EmployerProfile.ADDRESS))) {
            faults.add(new Fault(pointer, "must be an address that begins with https://"));
        }
    }

    private static @Nullable String orNull(@Nullable String typed) {
        String text = Typed.text(typed);
        return text.isEmpty() ? null : text;
    }
}
