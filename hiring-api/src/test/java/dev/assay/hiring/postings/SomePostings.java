package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Importance;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.platform.security.Employer;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Postings to write and to find fault with. */
final class SomePostings {

    static final UUID JOB = UUID.fromString("019e0000-0000-7000-8000-0000000000a1");
    static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");
    static final Location HARBOR = new Location("Harbor City", "WA", "US", "98001");
    static final Location QUAY = new Location("Quayside", "OR", "US", null);
    static final EmployerProfile KNOWN =
            new EmployerProfile(
                    "https://harbor.example",
                    "https://harbor.example/logo.png",
                    "4711",
                    Version.FIRST);
    static final PayRange PAY =
            new PayRange(
                    new BigDecimal("52000"),
                    new BigDecimal("64000"),
                    Currency.getInstance("USD"),
                    PayRange.PayUnit.YEAR);

    private SomePostings() {}

    static Posting whole() {
        return posting(KNOWN, WorkplaceType.HYBRID, List.of(HARBOR, QUAY), "Junior data analyst");
    }

    static Posting at(Location... places) {
        return posting(KNOWN, WorkplaceType.ONSITE, List.of(places), "Junior data analyst");
    }

    static Posting posting(
            EmployerProfile profile, WorkplaceType where, List<Location> places, String title) {
        var skill =
                new Skill(
                        new SkillId(UUID.fromString("019e0000-0000-7000-8000-0000000000b1")),
                        URI.create("https://skills.example/sql"),
                        "SQL",
                        "Test vocabulary");
        var content =
                new JobContent(
                        title,
                        "Answers questions & says <how sure> it is.\n\nHere ]]> too.\u0001",
                        "Insights",
                        "en",
                        places,
                        where,
                        EmploymentType.FULL_TIME,
                        2,
                        Instant.parse("2026-06-30T22:00:00Z"),
                        true,
                        PAY,
                        null,
                        List.of(new Requirement(skill.id(), new Importance(5), true, null, null)));
        var job =
                new Job(
                        new JobId(JOB),
                        content,
                        JobStatus.OPEN,
                        false,
                        Version.FIRST,
                        OPENED.minusSeconds(86_400),
                        OPENED);
        return new Posting(
                new Employer(
                        new EmployerId(UUID.fromString("019e0000-0000-7000-8000-0000000000c1")),
                        "harbor-analytics",
                        "Harbor & Co. Analytics"),
                profile,
                job,
                OPENED,
                Map.of(skill.id(), skill));
    }
}
