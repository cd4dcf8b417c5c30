package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.postings.PostingFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a posting as each outlet does, by the fields that outlet documents as mandatory. What Assay
 * itself sees to, such as a title or an address, is not asked for.
 */
final class PostingLinter {

    private PostingLinter() {}

    /** What any outlet has against the posting. */
    static List<PostingFault> of(Posting posting) {
        List<PostingFault> faults = new ArrayList<>();
        for (Outlet outlet : Outlet.values()) {
            faults.addAll(of(outlet, posting));
        }
        return List.copyOf(faults);
    }

    static List<PostingFault> of(Outlet outlet, Posting posting) {
        List<PostingFault> faults = new ArrayList<>();
        JobContent job = posting.job().content();
        EmployerProfile employer = posting.profile();
        switch (outlet) {
            case INDEED -> {
                places(faults, outlet, job);
                each(faults, outlet, job, Code.CITY_MISSING, "city", Location::city);
                each(faults, outlet, job, Code.REGION_MISSING, "region", Location::region);
                each(faults, outlet, job, Code.COUNTRY_MISSING, "country", Location::country);
            }
            case LINKEDIN -> {
                if (isBlank(employer.linkedinCompany())) {
                    faults.add(
                            new PostingFault(
                                    outlet,
                                    Code.LINKEDIN_COMPANY_MISSING,
                                    true,
                                    "/linkedinCompany"));
                }
                places(faults, outlet, job);
                each(faults, outlet, job, Code.COUNTRY_MISSING, "country", Location::country);
            }
            case RSS -> {}
            case SEARCH -> search(faults, job, employer);
        }
        return faults;
    }

    static boolean isTaken(Outlet outlet, Posting posting) {
        return of(outlet, posting).stream().noneMatch(PostingFault::rejected);
    }

    private static void search(
            List<PostingFault> faults, JobContent job, EmployerProfile employer) {
        places(faults, Outlet.SEARCH, job);
        each(faults, Outlet.SEARCH, job, Code.COUNTRY_MISSING, "country", Location::country);
        if (job.workplaceType() != WorkplaceType.REMOTE) {
            hint(
                    faults,
                    job.locations().stream().anyMatch(place -> isBlank(place.city())),
                    Code.CITY_MISSING,
                    "/locations");
        }
        hint(faults, job.salary() == null, Code.PAY_MISSING, "/salary");
        hint(faults, job.validThrough() == null, Code.LAST_DAY_MISSING, "/validThrough");
        hint(faults, isBlank(employer.website()), Code.WEBSITE_MISSING, "/website");
        hint(faults, isBlank(employer.logo()), Code.LOGO_MISSING, "/logo");
    }

    private static void hint(List<PostingFault> faults, boolean found, Code code, String pointer) {
        if (found) {
            faults.add(new PostingFault(Outlet.SEARCH, code, false, pointer));
        }
    }

    private static void places(List<PostingFault> faults, Outlet outlet, JobContent job) {
        if (job.locations().isEmpty()) {
            faults.add(new PostingFault(outlet, Code.PLACE_MISSING, true, "/locations"));
        }
    }

    private static void each(
            List<PostingFault> faults,
            Outlet outlet,
            JobContent job,
            Code code,
            String member,
            Function<Location, @Nullable String> part) {
        for (int i = 0; i < job.locations().size(); i++) {
            if (isBlank(part.apply(job.locations().get(i)))) {
                faults.add(new PostingFault(outlet, code, true, "/locations/" + i + "/" + member));
            }
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").isBlank();
    }
}
