package dev.assay.hiring.sample;

import static dev.assay.hiring.applications.ApplicationPhase.INTERVIEW;
import static dev.assay.hiring.applications.ApplicationPhase.IN_REVIEW;
import static dev.assay.hiring.sample.SampleIssuer.LAKESHORE;
import static dev.assay.hiring.sample.SampleIssuer.MERIDIAN;
import static dev.assay.hiring.sample.SampleIssuer.NORTHGATE;
import static dev.assay.hiring.sample.SampleIssuer.TESSERA;
import static dev.assay.hiring.sample.SampleSkill.ATTACK_VECTORS;
import static dev.assay.hiring.sample.SampleSkill.CYBER_SECURITY;
import static dev.assay.hiring.sample.SampleSkill.DATA_PROTECTION;
import static dev.assay.hiring.sample.SampleSkill.FIREWALLS;

import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.sample.SampleBadge.Fate;
import dev.assay.hiring.sample.SampleJob.Asked;
import dev.assay.hiring.sample.SampleJob.Pay;
import java.util.List;

/** Cedar's second posting. */
final class SecurityPosting {

    private SecurityPosting() {}

    static SampleJob sample() {
        return new SampleJob(
                "Cybersecurity analyst trainee",
                "Information Security",
                """
                You watch over the systems our wards depend on, tell a real alarm from a false one, \
                and learn the rest with us.\
                """,
                "Cedar Falls",
                JobStatus.OPEN,
                18,
                new Pay(55_000, 66_000),
                List.of(
                        new Asked(CYBER_SECURITY, 5, true, 2, "The subject itself."),
                        new Asked(ATTACK_VECTORS, 4, false, 2, "What the alarms are about."),
                        new Asked(FIREWALLS, 2, false, 0, "Kept by the team."),
                        new Asked(DATA_PROTECTION, 3, false, 0, "Patients trust us.")),
                List.of(
                        SampleApplicant.of(
                                        "nikhil.sarma",
                                        "Nikhil",
                                        "Sarma",
                                        SampleBadge.of(TESSERA, CYBER_SECURITY, 3),
                                        SampleBadge.of(TESSERA, ATTACK_VECTORS, 2),
                                        SampleBadge.of(MERIDIAN, DATA_PROTECTION))
                                .through(IN_REVIEW, INTERVIEW),
                        SampleApplicant.of(
                                        "marit.solheim",
                                        "Marit",
                                        "Solheim",
                                        SampleBadge.of(TESSERA, CYBER_SECURITY, 2)
                                                .but(Fate.ON_LISTS),
                                        SampleBadge.of(TESSERA, FIREWALLS))
                                .through(IN_REVIEW),
                        SampleApplicant.of(
                                "dominik.szabo",
                                "Dominik",
                                "Szabó",
                                SampleBadge.of(TESSERA, CYBER_SECURITY, 3).but(Fate.SUSPENDED),
                                SampleBadge.of(MERIDIAN, DATA_PROTECTION)),
                        SampleApplicant.of(
                                "aoife.tierney",
                                "Aoife",
                                "Tierney",
                                SampleBadge.of(NORTHGATE, CYBER_SECURITY, 4),
                                SampleBadge.of(LAKESHORE, ATTACK_VECTORS, 3)),
                        SampleApplicant.of(
                                "elio.ferrante",
                                "Elio",
                                "Ferrante",
                                SampleBadge.of(MERIDIAN, CYBER_SECURITY, 2),
                                SampleBadge.of(MERIDIAN, ATTACK_VECTORS, 2)),
                        SampleApplicant.of("saskia.vroom", "Saskia", "Vroom")));
    }
}
