package dev.assay.hiring.sample;

import static dev.assay.hiring.applications.ApplicationPhase.INTERVIEW;
import static dev.assay.hiring.applications.ApplicationPhase.IN_REVIEW;
import static dev.assay.hiring.applications.ApplicationPhase.REJECTED;
import static dev.assay.hiring.applications.TransitionReason.NOT_ELIGIBLE;
import static dev.assay.hiring.sample.SampleIssuer.BLUEWATER;
import static dev.assay.hiring.sample.SampleIssuer.LAKESHORE;
import static dev.assay.hiring.sample.SampleIssuer.MERIDIAN;
import static dev.assay.hiring.sample.SampleIssuer.NORTHGATE;
import static dev.assay.hiring.sample.SampleIssuer.OPENBENCH;
import static dev.assay.hiring.sample.SampleIssuer.TESSERA;
import static dev.assay.hiring.sample.SampleSkill.DATABASES;
import static dev.assay.hiring.sample.SampleSkill.DEBUGGING;
import static dev.assay.hiring.sample.SampleSkill.JAVASCRIPT;
import static dev.assay.hiring.sample.SampleSkill.PROGRAMMING;

import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.sample.SampleBadge.Fate;
import dev.assay.hiring.sample.SampleJob.Asked;
import dev.assay.hiring.sample.SampleJob.Pay;
import java.util.List;

/** A posting that is paused: it takes nobody more for now. */
final class DeveloperPosting {

    private DeveloperPosting() {}

    static SampleJob sample() {
        return new SampleJob(
                "Junior software developer",
                "Platform",
                """
                You change programs others wrote, prove that they still work, and ask when you are \
                not sure. A portfolio is fine, a verified one is better.\
                """,
                "Bristol Bay",
                JobStatus.PAUSED,
                41,
                new Pay(58_000, 69_000),
                List.of(
                        new Asked(PROGRAMMING, 5, true, 3, "The work itself."),
                        new Asked(DEBUGGING, 4, false, 2, "Half of the work."),
                        new Asked(JAVASCRIPT, 3, false, 2, "Our pages."),
                        new Asked(DATABASES, 3, false, 0, "Our data.")),
                applicants());
    }

    private static List<SampleApplicant> applicants() {
        return List.of(
                SampleApplicant.of(
                                "anneke.dros",
                                "Anneke",
                                "Dros",
                                SampleBadge.of(NORTHGATE, PROGRAMMING, 4),
                                SampleBadge.of(TESSERA, DEBUGGING, 3),
                                SampleBadge.of(MERIDIAN, JAVASCRIPT, 3),
                                SampleBadge.of(NORTHGATE, DATABASES))
                        .through(IN_REVIEW, INTERVIEW),
                SampleApplicant.of(
                                "femi.okonjo",
                                "Femi",
                                "Okonjo-Reyes",
                                SampleBadge.of(TESSERA, PROGRAMMING, 3),
                                SampleBadge.of(NORTHGATE, PROGRAMMING, 3),
                                SampleBadge.of(MERIDIAN, DATABASES))
                        .through(IN_REVIEW, INTERVIEW),
                SampleApplicant.of(
                                "zdenka.novotna",
                                "Zdeňka",
                                "Novotná",
                                SampleBadge.of(MERIDIAN, PROGRAMMING, 3),
                                SampleBadge.of(MERIDIAN, JAVASCRIPT, 2))
                        .through(IN_REVIEW),
                SampleApplicant.of(
                        "ruairi.keogh",
                        "Ruairí",
                        "Keogh",
                        SampleBadge.of(NORTHGATE, PROGRAMMING, 3).but(Fate.REVOKED),
                        SampleBadge.of(TESSERA, DEBUGGING, 2)),
                SampleApplicant.of(
                        "hyun.seo",
                        "현서",
                        "박",
                        SampleBadge.of(TESSERA, PROGRAMMING, 4).but(Fate.AS_TOKEN),
                        SampleBadge.of(NORTHGATE, DEBUGGING, 3)),
                SampleApplicant.of(
                        "petra.lindqvist",
                        "Petra",
                        "Lindqvist",
                        SampleBadge.of(BLUEWATER, PROGRAMMING, 5),
                        SampleBadge.of(BLUEWATER, JAVASCRIPT, 5)),
                SampleApplicant.of(
                        "gideon.marsh",
                        "Gideon",
                        "Marsh",
                        SampleBadge.of(OPENBENCH, PROGRAMMING, 3),
                        SampleBadge.of(LAKESHORE, DATABASES)),
                SampleApplicant.of(
                        "ottilie.brandvold",
                        "Ottilie",
                        "Brandvold",
                        SampleBadge.of(TESSERA, PROGRAMMING, 2),
                        SampleBadge.of(MERIDIAN, JAVASCRIPT, 3)),
                SampleApplicant.of(
                                "caio.bastos",
                                "Caio",
                                "Bastos",
                                SampleBadge.of(NORTHGATE, PROGRAMMING, 3).but(Fate.EXPIRED))
                        .through(IN_REVIEW)
                        .ended(REJECTED, NOT_ELIGIBLE),
                SampleApplicant.of("wren.ashdown", "Wren", "Ashdown"));
    }
}
