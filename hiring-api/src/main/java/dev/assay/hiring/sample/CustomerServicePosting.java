package dev.assay.hiring.sample;

import static dev.assay.hiring.applications.ApplicationPhase.INTERVIEW;
import static dev.assay.hiring.applications.ApplicationPhase.IN_REVIEW;
import static dev.assay.hiring.applications.ApplicationPhase.OFFER;
import static dev.assay.hiring.applications.ApplicationPhase.WITHDRAWN;
import static dev.assay.hiring.applications.TransitionReason.CANDIDATE_WITHDREW;
import static dev.assay.hiring.sample.SampleIssuer.BLUEWATER;
import static dev.assay.hiring.sample.SampleIssuer.LAKESHORE;
import static dev.assay.hiring.sample.SampleIssuer.MERIDIAN;
import static dev.assay.hiring.sample.SampleIssuer.NORTHGATE;
import static dev.assay.hiring.sample.SampleIssuer.OPENBENCH;
import static dev.assay.hiring.sample.SampleIssuer.TESSERA;
import static dev.assay.hiring.sample.SampleSkill.CORRESPONDENCE;
import static dev.assay.hiring.sample.SampleSkill.CUSTOMER_CARE;
import static dev.assay.hiring.sample.SampleSkill.CUSTOMER_RECORDS;
import static dev.assay.hiring.sample.SampleSkill.OFFICE_SOFTWARE;

import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.sample.SampleBadge.Fate;
import dev.assay.hiring.sample.SampleJob.Asked;
import dev.assay.hiring.sample.SampleJob.Pay;
import java.util.List;

/** A posting in the middle of it, with applications in every open phase. */
final class CustomerServicePosting {

    private CustomerServicePosting() {}

    static SampleJob sample() {
        return new SampleJob(
                "Customer service associate",
                "Customer Care",
                """
                You answer those who write and call, and stay with a matter until it is settled. \
                What counts is that you have shown you can, wherever you learned it.\
                """,
                "Bristol Bay",
                JobStatus.OPEN,
                27,
                new Pay(36_000, 42_000),
                List.of(
                        new Asked(CUSTOMER_CARE, 5, true, 2, "All day, every day."),
                        new Asked(CORRESPONDENCE, 4, false, 2, "Most of it is written."),
                        new Asked(CUSTOMER_RECORDS, 3, false, 0, "Every case is recorded."),
                        new Asked(OFFICE_SOFTWARE, 2, false, 0, "Reports to the team.")),
                applicants());
    }

    private static List<SampleApplicant> applicants() {
        return List.of(
                SampleApplicant.of(
                                "yara.haddad",
                                "يارا",
                                "حداد",
                                SampleBadge.of(NORTHGATE, CUSTOMER_CARE, 4),
                                SampleBadge.of(TESSERA, CORRESPONDENCE, 3),
                                SampleBadge.of(MERIDIAN, CUSTOMER_RECORDS))
                        .through(IN_REVIEW, INTERVIEW, OFFER),
                SampleApplicant.of(
                                "colm.dewar",
                                "Colm",
                                "Dewar",
                                SampleBadge.of(TESSERA, CUSTOMER_CARE, 3),
                                SampleBadge.of(NORTHGATE, CORRESPONDENCE, 2))
                        .through(IN_REVIEW, INTERVIEW),
                SampleApplicant.of(
                                "mireille.kone",
                                "Mireille",
                                "Koné",
                                SampleBadge.of(MERIDIAN, CUSTOMER_CARE, 2),
                                SampleBadge.of(LAKESHORE, CUSTOMER_RECORDS),
                                SampleBadge.of(TESSERA, OFFICE_SOFTWARE))
                        .through(IN_REVIEW, INTERVIEW),
                SampleApplicant.of(
                                "arlo.penhallow",
                                "Arlo",
                                "Penhallow",
                                SampleBadge.of(NORTHGATE, CUSTOMER_CARE, 3).but(Fate.SUSPENDED),
                                SampleBadge.of(MERIDIAN, CORRESPONDENCE, 2))
                        .through(IN_REVIEW),
                SampleApplicant.of(
                                "wiebke.stroem",
                                "Wiebke",
                                "Ström",
                                SampleBadge.of(TESSERA, CUSTOMER_CARE, 3).but(Fate.ON_LISTS),
                                SampleBadge.of(MERIDIAN, OFFICE_SOFTWARE))
                        .through(IN_REVIEW),
                SampleApplicant.of(
                        "kasimir.holub",
                        "Kasimír",
                        "Holub",
                        SampleBadge.of(NORTHGATE, CUSTOMER_CARE, 3).but(Fate.UNREACHABLE_LIST),
                        SampleBadge.of(TESSERA, CORRESPONDENCE, 3)),
                SampleApplicant.of(
                        "bluma.sereny",
                        "Bluma",
                        "Serény",
                        SampleBadge.of(BLUEWATER, CUSTOMER_CARE, 4),
                        SampleBadge.of(BLUEWATER, CORRESPONDENCE, 4)),
                SampleApplicant.of(
                                "leonie.tamm",
                                "Leonie",
                                "Tamm",
                                SampleBadge.of(NORTHGATE, CUSTOMER_CARE, 3),
                                SampleBadge.of(MERIDIAN, CORRESPONDENCE, 2))
                        .withoutConfirmedAddress(),
                SampleApplicant.of(
                        "joao.figueira",
                        "João",
                        "Figueira",
                        SampleBadge.of(OPENBENCH, CUSTOMER_CARE, 2),
                        SampleBadge.of(OPENBENCH, CUSTOMER_RECORDS)),
                SampleApplicant.of(
                                "edda.maurer",
                                "Edda",
                                "Maurer",
                                SampleBadge.of(TESSERA, CUSTOMER_CARE, 2))
                        .ended(WITHDRAWN, CANDIDATE_WITHDREW),
                SampleApplicant.of("thabo.nkuna", "Thabo", "Nkuna"));
    }
}
