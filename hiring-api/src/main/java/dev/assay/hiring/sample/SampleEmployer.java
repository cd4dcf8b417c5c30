package dev.assay.hiring.sample;

import static dev.assay.hiring.platform.local.SampleRealm.Person.ADA;
import static dev.assay.hiring.platform.local.SampleRealm.Person.HANA;
import static dev.assay.hiring.platform.local.SampleRealm.Person.OMAR;
import static dev.assay.hiring.platform.local.SampleRealm.Person.RITA;
import static dev.assay.hiring.platform.local.SampleRealm.Person.SAM;
import static dev.assay.hiring.shared.EmployerRole.AUDITOR;
import static dev.assay.hiring.shared.EmployerRole.HR_ADMIN;
import static dev.assay.hiring.shared.EmployerRole.RECRUITER;

import dev.assay.hiring.issuers.IssuerTier;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.EmployerRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An employer of the sample: who works there, whom it trusts, and what it has posted.
 *
 * @param recruiter hands in the applications and vouches for the addresses
 * @param samePeople the handles under which two candidates turned out to be one
 */
record SampleEmployer(
        Organization organization,
        Person recruiter,
        Map<Person, EmployerRole> people,
        List<Registered> registry,
        List<SampleJob> jobs,
        List<String> samePeople) {

    /** Meridian bought Lakeshore, so the two are one voice. */
    private static final String ONE_VOICE = "Meridian";

    SampleEmployer {
        people = new EnumMap<>(people);
        registry = List.copyOf(registry);
        jobs = List.copyOf(jobs);
        samePeople = List.copyOf(samePeople);
    }

    /** An entry of the registry; the group is empty for an issuer that stands alone. */
    record Registered(SampleIssuer issuer, IssuerTier tier, String group, String note) {}

    static List<SampleEmployer> all() {
        return List.of(harborAnalytics(), cedarHealth());
    }

    /** Whether it keeps roles to estimate training by; the other one has not begun with it. */
    boolean hasRoles() {
        return organization == Organization.HARBOR_ANALYTICS;
    }

    private static SampleEmployer harborAnalytics() {
        return new SampleEmployer(
                Organization.HARBOR_ANALYTICS,
                RITA,
                Map.of(RITA, RECRUITER, HANA, HR_ADMIN, ADA, AUDITOR, SAM, RECRUITER),
                List.of(
                        new Registered(
                                SampleIssuer.NORTHGATE,
                                IssuerTier.RECOGNISED,
                                "",
                                "Accredited; we saw an examination."),
                        new Registered(
                                SampleIssuer.TESSERA,
                                IssuerTier.RECOGNISED,
                                "",
                                "Accredited examination centre."),
                        new Registered(
                                SampleIssuer.MERIDIAN,
                                IssuerTier.TRUSTED,
                                ONE_VOICE,
                                "Checks who sits its examinations."),
                        new Registered(
                                SampleIssuer.LAKESHORE,
                                IssuerTier.TRUSTED,
                                ONE_VOICE,
                                "Part of Meridian."),
                        new Registered(
                                SampleIssuer.OPENBENCH,
                                IssuerTier.KNOWN,
                                "",
                                "Online courses; how it examines is not public."),
                        new Registered(
                                SampleIssuer.QUICKCERT,
                                IssuerTier.BLOCKED,
                                "",
                                "Sells badges without an examination.")),
                SampleJobs.ofHarborAnalytics(),
                List.of("leonie.tamm"));
    }

    private static SampleEmployer cedarHealth() {
        return new SampleEmployer(
                Organization.CEDAR_HEALTH,
                OMAR,
                Map.of(OMAR, RECRUITER, SAM, RECRUITER),
                List.of(
                        new Registered(
                                SampleIssuer.TESSERA,
                                IssuerTier.TRUSTED,
                                "",
                                "Examines for several clinics."),
                        new Registered(SampleIssuer.MERIDIAN, IssuerTier.KNOWN, "", "")),
                SampleJobs.ofCedarHealth(),
                List.of());
    }
}
