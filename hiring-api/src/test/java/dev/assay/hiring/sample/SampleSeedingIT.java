package dev.assay.hiring.sample;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.training.EstimateDocument;
import dev.assay.hiring.training.TrainingEstimates;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;

/** One application for all: each test leaves the sample as complete as it found it. */
@WithDatabase
class SampleSeedingIT {

    private static final URI NOWHERE = URI.create("http://localhost:1/realms/assay");

    @TempDir private static Path pinned;

    private static ApplicationUnderTest application;
    private static SeededRows rows;

    @BeforeAll
    static void start(TestDatabase database) {
        application =
                start(
                        database,
                        "spring.profiles.active=sample",
                        "assay.fetch.pinned-documents=" + pinned);
        rows = new SeededRows(database.ownerDataSource());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void bringsEveryKindOfBadgeWithItsReason() throws Exception {
        assertThat(rows.jobs())
                .containsExactlyInAnyOrder(
                        "harbor-analytics: Junior data analyst, open",
                        "harbor-analytics: IT support technician, open",
                        "harbor-analytics: Data quality steward, draft",
                        "harbor-analytics: Bookkeeping clerk, closed",
                        "harbor-analytics: Customer service associate, open",
                        "harbor-analytics: Junior software developer, paused",
                        "cedar-health: Health records assistant, open",
                        "cedar-health: Cybersecurity analyst trainee, open");
        assertThat(rows.reasons()).hasSizeBetween(55, 65).containsAllEntriesOf(expectedReasons());
        assertThat(rows.bandsOfTheAnalysts()).hasSizeGreaterThan(6);
    }

    @Test
    void showsDecisionsOfThePast() throws Exception {
        assertThat(rows.decisions())
                .contains(
                        "imke.rosendahl: offer to hired",
                        "dario.velasquez: interview to rejected, other-candidates-stronger",
                        "teo.marchand: in-review to rejected, position-filled, evidence open",
                        "priya.namboothiri: offer to withdrawn, candidate-withdrew")
                .hasSizeGreaterThan(9);
        assertThat(rows.movesOutOfTime()).isEmpty();
    }

    @Test
    void joinsTheOneWhoAppliedUnderTwoFiles() throws Exception {
        assertThat(rows.merged()).containsExactly("leonie.tamm: unconfirmed into asserted");
    }

    @Test
    void keepsSixRolesToEstimateByWithASourceForEachAssumption() throws Exception {
        assertThat(rows.roles())
                .containsExactlyInAnyOrder(
                        "15-2051.01 Data analyst: 7 assumptions",
                        "15-1232.00 IT support technician: 7 assumptions",
                        "15-1212.00 Cybersecurity analyst: 7 assumptions",
                        "43-4051.00 Customer service associate: 7 assumptions",
                        "43-3031.00 Bookkeeping clerk: 7 assumptions",
                        "15-1252.00 Junior software developer: 7 assumptions");
        assertThat(rows.jobsWithRoles()).hasSize(5);
        var harbor = new Actor.Service(new EmployerId(rows.harbor()), "test");
        var estimates = application.bean(TrainingEstimates.class);
        for (UUID applied : rows.applicationsOfHarbor()) {
            EstimateDocument estimate = estimates.ofApplication(harbor, new ApplicationId(applied));
            assertThat(estimate.saving().mean()).isNotNegative();
        }
    }

    @Test
    void givesItsPeopleTheirRoles() throws Exception {
        assertThat(rows.members())
                .containsExactlyInAnyOrder(
                        "harbor-analytics: recruiter " + Person.RITA.subject(),
                        "harbor-analytics: hr-admin " + Person.HANA.subject(),
                        "harbor-analytics: auditor " + Person.ADA.subject(),
                        "harbor-analytics: recruiter " + Person.SAM.subject(),
                        "cedar-health: recruiter " + Person.OMAR.subject(),
                        "cedar-health: recruiter " + Person.SAM.subject());
    }

    @Test
    void putsNothingBackThatItsPeopleChanged() throws Exception {
        rows.execute("update job set title = 'Renamed' where title = 'Data quality steward'");
        try {
            awaitRest();
            Map<String, String> before = rows.digests();

            seedAgain();

            assertThat(rows.digests()).isEqualTo(before);
        } finally {
            rows.execute("update job set title = 'Data quality steward' where title = 'Renamed'");
        }
    }

    @Test
    void finishesWhatAKilledStartLeftUnfinished() throws Exception {
        awaitRest();
        Map<String, String> whole = withoutTimes(rows);
        rows.execute("delete from membership");
        forget(rows, "maximiliana");
        rows.execute("update job set status = 'draft' where title = 'IT support technician'");

        seedAgain();

        awaitRest();
        assertThat(withoutTimes(rows)).isEqualTo(whole);
    }

    @Test
    void bringsNothingOutsideItsProfile() throws Exception {
        try (TestDatabase database = TestDatabase.migrated()) {
            start(database, "spring.profiles.active=local,testkit").close();

            assertThat(new SeededRows(database.ownerDataSource()).digests())
                    .containsEntry("employer", "0 ")
                    .containsEntry("skill", "0 ");
        }
    }

    private static Map<String, String> expectedReasons() {
        return Map.ofEntries(
                entry("ines.calloway", ""),
                entry("grace.adeyemi-holt", ""),
                entry("salma.alkarmi", ""),
                entry("dana.whitcombe", "expired"),
                entry("viktor.lund", "proof-failed"),
                entry("corin.ashby", "binding-failed"),
                entry("jules.farrow", "subject-mismatch"),
                entry("felix.marchetti", "issuer-unknown"),
                entry("hugo.lindgren", "issuer-blocked"),
                entry("sofia.brandt", "authority-missing"),
                entry("yusuf.demir", "not-yet-valid"),
                entry("ben.sorrel", "same-group"),
                entry("marek.osei", "same-group superseded"),
                entry("noor.vandersloot", "open: email-unconfirmed"),
                entry("oskar.nyberg", "unsupported-format"),
                entry("rosa.delgado-finch", "open: could-not-check"),
                entry("sigrun.aldal", "revoked"),
                entry("ruairi.keogh", "revoked"),
                entry("arlo.penhallow", "suspended"),
                entry("dominik.szabo", "suspended"),
                entry("wiebke.stroem", ""),
                entry("kasimir.holub", "open: could-not-check"),
                entry("caio.bastos", "expired"),
                entry("tariq.osman", ""),
                entry("pat.ellery", ""));
    }

    private static void forget(SeededRows rows, String handle) throws SQLException {
        String applications =
                "(select a.id from application a join candidate c on c.id = a.candidate_id"
                        + " where c.email like '%s@%%')".formatted(handle);
        for (String table :
                new String[] {
                    "candidate_link",
                    "rescore_due",
                    "application_score",
                    "score_history",
                    "application_received"
                }) {
            rows.execute(
                    "delete from %s where application_id in %s".formatted(table, applications));
        }
        rows.execute(
                "delete from credential_verification where credential_id in"
                        + " (select id from credential where application_id in %s)"
                                .formatted(applications));
        rows.execute("delete from credential where application_id in " + applications);
        rows.execute("delete from application where id in " + applications);
    }

    /** How many rows each table has, and what people see of them. */
    private static Map<String, String> withoutTimes(SeededRows rows) throws SQLException {
        Map<String, String> seen = new TreeMap<>(rows.reasons());
        rows.jobs().forEach(job -> seen.put(job, ""));
        rows.members().forEach(member -> seen.put(member, ""));
        rows.digests()
                .forEach((table, digest) -> {
                    // The row of an applicant nobody had vouched for would be there twice, but of
                    // the one taken away here it is found again.
                    seen.put(table, digest.substring(0, digest.indexOf(' ')));
                });
        return seen;
    }

    /**
     * Merged files are scored anew in the background, which another test's rows may still await.
     */
    private static void awaitRest() {
        Eventually.get(rows::scoresDue, List::isEmpty);
    }

    private static void seedAgain() {
        application.bean(SampleSeeding.class).run(new DefaultApplicationArguments());
    }

    private static ApplicationUnderTest start(TestDatabase database, String... settings) {
        return ApplicationUnderTest.start(HiringApplication.class, database, NOWHERE, settings);
    }
}
