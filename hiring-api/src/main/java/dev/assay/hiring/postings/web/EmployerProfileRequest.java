package dev.assay.hiring.postings.web;

import dev.assay.hiring.postings.EmployerProfile;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an employer says of itself, as a merge patch leaves it. */
record EmployerProfileRequest(
        @Nullable
                @Size(max = EmployerProfile.LONGEST_ADDRESS)
                @Pattern(
                        regexp = EmployerProfile.ADDRESS,
                        message = "must be an address that begins with https://")
                String website,
        @Nullable
                @Size(max = EmployerProfile.LONGEST_ADDRESS)
                @Pattern(
                        regexp = EmployerProfile.ADDRESS,
                        message = "must be an address that begins with https://")
                String logo,
        @Nullable
                @Pattern(
                        regexp = EmployerProfile.LINKEDIN_COMPANY,
                        message = "must be the company's number")
                String linkedinCompany) {

    static EmployerProfileRequest of(EmployerProfile profile) {
        return new EmployerProfileRequest(
                profile.website(), profile.logo(), profile.linkedinCompany());
    }
}
