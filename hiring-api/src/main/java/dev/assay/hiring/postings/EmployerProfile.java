package dev.assay.hiring.postings;

import dev.assay.hiring.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * What an employer's postings say of the employer itself.
 *
 * @param website where the public finds it
 * @param logo an image of it
 * @param linkedinCompany its number at LinkedIn
 */
public record EmployerProfile(
        @Nullable String website,
        @Nullable String logo,
        @Nullable String linkedinCompany,
        Version version) {

    /** Of an employer that has said nothing yet. */
    static final EmployerProfile NONE = new EmployerProfile(null, null, null, Version.FIRST);
}
