package dev.assay.hiring.sample;

import static dev.assay.hiring.applications.ApplicationPhase.HIRED;
import static dev.assay.hiring.applications.ApplicationPhase.INTERVIEW;
import static dev.assay.hiring.applications.ApplicationPhase.IN_REVIEW;
import static dev.assay.hiring.applications.ApplicationPhase.OFFER;
import static dev.assay.hiring.applications.ApplicationPhase.REJECTED;
import static dev.assay.hiring.applications.ApplicationPhase.WITHDRAWN;
import static dev.assay.hiring.applications.TransitionReason.CANDIDATE_WITHDREW;
import static dev.assay.hiring.applications.TransitionReason.NO_RESPONSE;
import static dev.assay.hiring.applications.TransitionReason.OTHER_CANDIDATES_STRONGER;
import static dev.assay.hiring.applications.TransitionReason.POSITION_FILLED;
import static dev.assay.hiring.applications.TransitionReason.REQUIREMENTS_NOT_SHOWN;
import static dev.assay.hiring.sample.SampleIssuer.LAKESHORE;
import static dev.assay.hiring.sample.SampleIssuer.MERIDIAN;
import static dev.assay.hiring.sample.SampleIssuer.NORTHGATE;
import static dev.assay.hiring.sample.SampleIssuer.OPENBENCH;
import static dev.assay.hiring.sample.SampleIssuer.QUICKCERT;
import static dev.assay.hiring.sample.SampleIssuer.TESSERA;
import static dev.assay.hiring.sample.SampleSkill.CALCULATIONS;
import static dev.assay.hiring.sample.SampleSkill.EXACTNESS;
import static dev.assay.hiring.sample.SampleSkill.OFFICE_SOFTWARE;
import static dev.assay.hiring.sample.SampleSkill.SPREADSHEETS;

import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.sample.SampleBadge.Fate;
import dev.assay.hiring.sample.SampleJob.Asked;
import dev.assay.hiring.sample.SampleJob.Pay;
import java.util.List;

/** A posting that is over: everybody was decided about, and one was hired. */
final class BookkeepingPosting {

    private BookkeepingPosting() {}

    static SampleJob sample() {
        return new SampleJob(
                "Bookkeeping clerk",
                "Finance",
                """
                You book what comes in and goes out, find the cent that is missing, and close the \
                month with us. We teach our ledger; bring care and a head for figures.\
                """,
                "Bristol Bay",
                JobStatus.CLOSED,
                62,
                new Pay(41_000, 47_000),
                List.of(
                        new Asked(CALCULATIONS, 5, true, 2, "Every entry is one."),
                        new Asked(SPREADSHEETS, 4, false, 2, "The month is closed in one."),
                        new Asked(EXACTNESS, 4, false, 0, "A cent is a cent."),
                        new Asked(OFFICE_SOFTWARE, 2, false, 0, "Letters to suppliers.")),
                applicants());
    }

    private static List<SampleApplicant> applicants() {
        return List.of(
                SampleApplicant.of(
                                "imke.rosendahl",
                                "Imke",
                                "Rosendahl",
                                SampleBadge.of(NORTHGATE, CALCULATIONS, 4),
                                SampleBadge.of(TESSERA, SPREADSHEETS, 3),
                                SampleBadge.of(MERIDIAN, EXACTNESS))
                        .through(IN_REVIEW, INTERVIEW, OFFER, HIRED),
                SampleApplicant.of(
                                "dario.velasquez",
                                "Darío",
                                "Velásquez",
                                SampleBadge.of(TESSERA, CALCULATIONS, 3),
                                SampleBadge.of(NORTHGATE, SPREADSHEETS, 2))
                        .through(IN_REVIEW, INTERVIEW)
                        .ended(REJECTED, OTHER_CANDIDATES_STRONGER),
                SampleApplicant.of(
                                "priya.namboothiri",
                                "Priya",
                                "Namboothiri",
                                SampleBadge.of(MERIDIAN, CALCULATIONS, 3),
                                SampleBadge.of(MERIDIAN, OFFICE_SOFTWARE))
                        .through(IN_REVIEW, INTERVIEW, OFFER)
                        .ended(WITHDRAWN, CANDIDATE_WITHDREW),
                SampleApplicant.of(
                                "lorcan.fay",
                                "Lorcan",
                                "Fay",
                                SampleBadge.of(OPENBENCH, CALCULATIONS, 2),
                                SampleBadge.of(OPENBENCH, SPREADSHEETS))
                        .through(IN_REVIEW)
                        .ended(REJECTED, REQUIREMENTS_NOT_SHOWN),
                SampleApplicant.of(
                                "sigrun.aldal",
                                "Sigrún",
                                "Aldal",
                                SampleBadge.of(NORTHGATE, CALCULATIONS, 2).but(Fate.REVOKED),
                                SampleBadge.of(TESSERA, EXACTNESS))
                        .through(IN_REVIEW)
                        .ended(REJECTED, REQUIREMENTS_NOT_SHOWN),
                SampleApplicant.of(
                                "teo.marchand",
                                "Téo",
                                "Marchand",
                                SampleBadge.of(TESSERA, CALCULATIONS, 3).but(Fate.UNREACHABLE_LIST),
                                SampleBadge.of(LAKESHORE, SPREADSHEETS, 2))
                        .through(IN_REVIEW)
                        .rejectedEarly(
                                POSITION_FILLED,
                                "The one opening was filled; the list of the examiner did not answer"
                                        + " for a week."),
                SampleApplicant.of(
                                "bodil.wren",
                                "Bodil",
                                "Wren",
                                SampleBadge.of(QUICKCERT, CALCULATIONS, 5),
                                SampleBadge.of(QUICKCERT, SPREADSHEETS, 5))
                        .through(IN_REVIEW)
                        .ended(REJECTED, REQUIREMENTS_NOT_SHOWN),
                SampleApplicant.of(
                                "ngozi.baker",
                                "Ngozi",
                                "Baker",
                                SampleBadge.of(NORTHGATE, SPREADSHEETS, 3),
                                SampleBadge.of(NORTHGATE, EXACTNESS))
                        .through(IN_REVIEW)
                        .ended(WITHDRAWN, NO_RESPONSE),
                SampleApplicant.of(
                                "leonie.tamm",
                                "Leonie",
                                "Tamm",
                                SampleBadge.of(MERIDIAN, CALCULATIONS, 2))
                        .through(IN_REVIEW)
                        .ended(REJECTED, POSITION_FILLED),
                SampleApplicant.of("osric.hale", "Osric", "Hale").ended(REJECTED, POSITION_FILLED));
    }
}
