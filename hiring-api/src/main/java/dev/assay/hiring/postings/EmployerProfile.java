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

    public static final int LONGEST_ADDRESS = 500;

    /** How the addresses are written, as a regular expression. */
    public static final String ADDRESS = "https://[^\\s\"<>]+";

    /** How the number is written, as a regular expression. */
    public static final String LINKEDIN_COMPANY = "[0-9]{1,20}";

    /** Of an employer that has said nothing yet. */
    static final EmployerProfile NONE = new EmployerProfile(null, null, null, Version.FIRST);
}
