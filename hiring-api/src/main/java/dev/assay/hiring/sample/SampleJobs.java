package dev.assay.hiring.sample;

import static dev.assay.hiring.sample.SampleIssuer.BLUEWATER;
import static dev.assay.hiring.sample.SampleIssuer.LAKESHORE;
import static dev.assay.hiring.sample.SampleIssuer.MERIDIAN;
import static dev.assay.hiring.sample.SampleIssuer.NORTHGATE;
import static dev.assay.hiring.sample.SampleIssuer.OPENBENCH;
import static dev.assay.hiring.sample.SampleIssuer.QUICKCERT;
import static dev.assay.hiring.sample.SampleIssuer.TESSERA;
import static dev.assay.hiring.sample.SampleSkill.DATA_ANALYSIS;
import static dev.assay.hiring.sample.SampleSkill.DATA_PROTECTION;
import static dev.assay.hiring.sample.SampleSkill.DATA_QUALITY;
import static dev.assay.hiring.sample.SampleSkill.HEALTH_RECORDS;
import static dev.assay.hiring.sample.SampleSkill.ICT_PROBLEMS;
import static dev.assay.hiring.sample.SampleSkill.ICT_SUPPORT;
import static dev.assay.hiring.sample.SampleSkill.OFFICE_SOFTWARE;
import static dev.assay.hiring.sample.SampleSkill.OPERATING_SYSTEMS;
import static dev.assay.hiring.sample.SampleSkill.PYTHON;
import static dev.assay.hiring.sample.SampleSkill.SPREADSHEETS;
import static dev.assay.hiring.sample.SampleSkill.SQL;
import static dev.assay.hiring.sample.SampleSkill.TICKETING;
import static dev.assay.hiring.sample.SampleSkill.VISUALS;

import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.sample.SampleBadge.Fate;
import dev.assay.hiring.sample.SampleJob.Asked;
import dev.assay.hiring.sample.SampleJob.Pay;
import java.util.List;

/** The sample's postings and applicants: every way a badge can count, or not, is here once. */
final class SampleJobs {

    private SampleJobs() {}

    static List<SampleJob> ofHarborAnalytics() {
        return List.of(
                dataAnalyst(),
                supportTechnician(),
                dataSteward(),
                BookkeepingPosting.sample(),
                CustomerServicePosting.sample(),
                DeveloperPosting.sample());
    }

    static List<SampleJob> ofCedarHealth() {
        return List.of(recordsAssistant(), SecurityPosting.sample());
    }

    private static SampleJob dataAnalyst() {
        return new SampleJob(
                "Junior data analyst",
                "Customer Insight",
                """
                You answer our customers' questions with data: fetch it, check it, put it into a \
                picture that a busy person understands. Degrees are welcome and not asked for; what \
                counts is what you can show.\
                """,
                "Bristol Bay",
                JobStatus.OPEN,
                34,
                new Pay(52_000, 64_000),
                List.of(
                        new Asked(SQL, 5, true, 3, "Every report starts as a query."),
                        new Asked(DATA_ANALYSIS, 4, false, 3, "The core of the work."),
                        new Asked(SPREADSHEETS, 3, false, 0, "Customers send spreadsheets."),
                        new Asked(VISUALS, 3, false, 2, "Results are presented weekly."),
                        new Asked(PYTHON, 2, false, 0, "Used for repeated reports.")),
                dataAnalysts());
    }

    private static List<SampleApplicant> dataAnalysts() {
        return List.of(
                SampleApplicant.of(
                        "ines.calloway",
                        "Ines",
                        "Calloway",
                        SampleBadge.of(NORTHGATE, SQL, 4),
                        SampleBadge.of(MERIDIAN, SQL, 3),
                        SampleBadge.of(TESSERA, DATA_ANALYSIS, 4),
                        SampleBadge.of(NORTHGATE, SPREADSHEETS),
                        SampleBadge.of(MERIDIAN, VISUALS, 3)),
                SampleApplicant.of(
                        "grace.adeyemi-holt",
                        "Grace",
                        "Adeyemi-Holt",
                        SampleBadge.of(NORTHGATE, SQL, 3).but(Fate.AS_TOKEN),
                        SampleBadge.of(NORTHGATE, DATA_ANALYSIS, 3),
                        SampleBadge.of(OPENBENCH, PYTHON)),
                SampleApplicant.of(
                        "tomasz.berg",
                        "Tomasz",
                        "Berg",
                        SampleBadge.of(TESSERA, SQL, 3),
                        SampleBadge.of(MERIDIAN, DATA_ANALYSIS, 3),
                        SampleBadge.of(TESSERA, SPREADSHEETS)),
                SampleApplicant.of(
                        "salma.alkarmi",
                        "سلمى",
                        "الكرمي",
                        SampleBadge.of(TESSERA, SQL, 4),
                        SampleBadge.of(LAKESHORE, DATA_ANALYSIS, 2),
                        SampleBadge.of(MERIDIAN, VISUALS, 2),
                        SampleBadge.of(MERIDIAN, SPREADSHEETS)),
                SampleApplicant.of(
                        "marek.osei",
                        "Marek",
                        "Osei",
                        SampleBadge.of(MERIDIAN, SQL, 3).but(Fate.REISSUED),
                        SampleBadge.of(NORTHGATE, SPREADSHEETS),
                        SampleBadge.of(LAKESHORE, SQL, 2)),
                SampleApplicant.of(
                                "noor.vandersloot",
                                "Noor",
                                "Vandersloot",
                                SampleBadge.of(NORTHGATE, SQL, 3),
                                SampleBadge.of(TESSERA, DATA_ANALYSIS, 3),
                                SampleBadge.of(MERIDIAN, PYTHON))
                        .withoutConfirmedAddress(),
                SampleApplicant.of(
                        "felix.marchetti",
                        "Felix",
                        "Marchetti",
                        SampleBadge.of(BLUEWATER, SQL, 5),
                        SampleBadge.of(BLUEWATER, DATA_ANALYSIS, 4),
                        SampleBadge.of(BLUEWATER, SPREADSHEETS),
                        SampleBadge.of(BLUEWATER, VISUALS, 4),
                        SampleBadge.of(BLUEWATER, PYTHON)),
                SampleApplicant.of(
                        "dana.whitcombe",
                        "Dana",
                        "Whitcombe",
                        SampleBadge.of(TESSERA, SQL, 4).but(Fate.EXPIRED),
                        SampleBadge.of(MERIDIAN, SPREADSHEETS),
                        SampleBadge.of(OPENBENCH, DATA_ANALYSIS, 3)),
                SampleApplicant.of(
                        "viktor.lund",
                        "Viktor",
                        "Lund",
                        SampleBadge.of(NORTHGATE, SQL, 1).but(Fate.ALTERED),
                        SampleBadge.of(OPENBENCH, SPREADSHEETS)),
                SampleApplicant.of(
                        "corin.ashby",
                        "Corin",
                        "Ashby",
                        SampleBadge.of(NORTHGATE, SQL, 4).but(Fate.FOREIGN_KEY),
                        SampleBadge.of(TESSERA, DATA_ANALYSIS, 4).but(Fate.FOREIGN_KEY)),
                SampleApplicant.of(
                        "jules.farrow",
                        "Jules",
                        "Farrow",
                        SampleBadge.of(NORTHGATE, SQL, 4).but(Fate.SOMEBODY_ELSES),
                        SampleBadge.of(MERIDIAN, VISUALS, 2)),
                SampleApplicant.of(
                        "maximiliana",
                        "Maximiliana-Theodora Wilhelmine",
                        "Konstantinopoulou-Featherstonehaugh van der Oosterschelde-Brackenbury",
                        SampleBadge.of(OPENBENCH, SQL, 3),
                        SampleBadge.of(OPENBENCH, DATA_ANALYSIS, 3),
                        SampleBadge.of(MERIDIAN, SPREADSHEETS)),
                SampleApplicant.of("pat.ellery", "Pat", "Ellery"));
    }

    private static SampleJob supportTechnician() {
        return new SampleJob(
                "IT support technician",
                "Workplace",
                """
                First to answer when something does not work: listen, find the cause, put it right, \
                write down how. We train on the job; bring patience and proof of the basics.\
                """,
                "Bristol Bay",
                JobStatus.OPEN,
                34,
                new Pay(44_000, 51_000),
                List.of(
                        new Asked(ICT_SUPPORT, 5, true, 2, "Nine calls in ten are support."),
                        new Asked(ICT_PROBLEMS, 4, false, 2, "Causes, not symptoms."),
                        new Asked(OPERATING_SYSTEMS, 3, false, 0, "Three of them are in use."),
                        new Asked(TICKETING, 2, false, 0, "Every case is written down.")),
                List.of(
                        SampleApplicant.of(
                                "amara.quill",
                                "Amara",
                                "Quill",
                                SampleBadge.of(TESSERA, ICT_SUPPORT, 3),
                                SampleBadge.of(NORTHGATE, ICT_PROBLEMS, 2),
                                SampleBadge.of(TESSERA, OPERATING_SYSTEMS)),
                        SampleApplicant.of(
                                "ben.sorrel",
                                "Ben",
                                "Sorrel",
                                SampleBadge.of(MERIDIAN, ICT_SUPPORT, 2),
                                SampleBadge.of(LAKESHORE, ICT_SUPPORT, 2),
                                SampleBadge.of(MERIDIAN, TICKETING)),
                        SampleApplicant.of(
                                "hugo.lindgren",
                                "Hugo",
                                "Tran-Lindgren",
                                SampleBadge.of(QUICKCERT, ICT_SUPPORT, 5),
                                SampleBadge.of(QUICKCERT, ICT_PROBLEMS, 5)),
                        SampleApplicant.of(
                                "sofia.brandt",
                                "Sofia",
                                "Brandt",
                                SampleBadge.of(MERIDIAN, ICT_SUPPORT, 3)
                                        .but(Fate.WITHOUT_AUTHORITY),
                                SampleBadge.of(OPENBENCH, OPERATING_SYSTEMS)),
                        SampleApplicant.of(
                                "yusuf.demir",
                                "Yusuf",
                                "Demir",
                                SampleBadge.of(NORTHGATE, ICT_SUPPORT, 2).but(Fate.NOT_YET_VALID),
                                SampleBadge.of(TESSERA, TICKETING))));
    }

    private static SampleJob dataSteward() {
        return new SampleJob(
                "Data quality steward",
                "Platform",
                "You keep our data honest: rules, checks, and a word with whoever breaks them.",
                "Bristol Bay",
                JobStatus.DRAFT,
                2,
                new Pay(58_000, 70_000),
                List.of(
                        new Asked(DATA_QUALITY, 5, true, 3, "The whole point of the post."),
                        new Asked(SQL, 4, false, 3, "Checks are written in it.")),
                List.of());
    }

    private static SampleJob recordsAssistant() {
        return new SampleJob(
                "Health records assistant",
                "Patient Services",
                """
                You keep patients' records complete, correct and confidential, and help the wards \
                find what they need.\
                """,
                "Cedar Falls",
                JobStatus.OPEN,
                21,
                new Pay(39_000, 46_000),
                List.of(
                        new Asked(HEALTH_RECORDS, 5, true, 2, "Worked with all day."),
                        new Asked(DATA_PROTECTION, 4, false, 0, "Patients trust us."),
                        new Asked(OFFICE_SOFTWARE, 2, false, 0, "Letters and lists.")),
                List.of(
                        SampleApplicant.of(
                                "eleni.pappas",
                                "Eleni",
                                "Pappas",
                                SampleBadge.of(TESSERA, HEALTH_RECORDS, 3),
                                SampleBadge.of(MERIDIAN, DATA_PROTECTION)),
                        SampleApplicant.of(
                                "rosa.delgado-finch",
                                "Rosa",
                                "Delgado-Finch",
                                SampleBadge.of(TESSERA, HEALTH_RECORDS, 2)
                                        .but(Fate.UNREACHABLE_LIST),
                                SampleBadge.of(TESSERA, OFFICE_SOFTWARE)),
                        SampleApplicant.of(
                                "oskar.nyberg",
                                "Oskar",
                                "Nyberg",
                                SampleBadge.of(TESSERA, HEALTH_RECORDS, 3).but(Fate.OTHER_FORMAT),
                                SampleBadge.of(MERIDIAN, OFFICE_SOFTWARE)),
                        SampleApplicant.of(
                                "tariq.osman",
                                "Tariq",
                                "Osman",
                                SampleBadge.of(TESSERA, SPREADSHEETS, 3))));
    }
}
