package dev.assay.hiring.scoring.engine;

import static dev.assay.hiring.scoring.engine.Item.badge;
import static dev.assay.hiring.scoring.engine.Job.PYTHON;
import static dev.assay.hiring.scoring.engine.Job.SQL;
import static dev.assay.hiring.scoring.engine.Job.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankKeyTest {

    private final Job job = job().mustHave(SQL, 1).needs(PYTHON, 5);

    @Test
    void putsThoseWhoMayHaveAllMustHavesFirst() {
        ScoreResult without = job.score(badge(1).shows(PYTHON));
        ScoreResult with = job.score(badge(1).shows(SQL));

        assertThat(key(with, 1)).isLessThan(key(without, 2));
    }

    @Test
    void doesNotPutAnOpenMustHaveBehindAMetOne() {
        ScoreResult open =
                job.score(
                        badge(1).open(IgnoreReason.COULD_NOT_CHECK).shows(SQL),
                        badge(2).shows(PYTHON));
        ScoreResult met = job.score(badge(1).shows(SQL));

        assertThat(key(open, 1)).isLessThan(key(met, 2));
    }

    @Test
    void goesByPotentialThen() {
        ScoreResult open =
                job().needs(SQL, 1).score(badge(1).open(IgnoreReason.EMAIL_UNCONFIRMED).shows(SQL));
        ScoreResult half = job().needs(SQL, 1).score(badge(1).shows(SQL, new Alignment.Broader()));

        assertThat(key(open, 1)).isLessThan(key(half, 2));
    }

    @Test
    void decidesEqualsByLotAlone() {
        ScoreResult equal = job.score(badge(1).shows(SQL));

        assertThat(Stream.of(1, 2, 3, 4).map(n -> key(equal, n)).sorted())
                .isSortedAccordingTo((a, b) -> a.lot().compareTo(b.lot()));
    }

    @Test
    void drawsTheLotAsDocumented() {
        // Computed independently, with Python's uuid and hashlib.
        Candidacy candidacy =
                new Candidacy(
                        UUID.fromString("0192e4a0-0000-7000-8000-000000000001"),
                        UUID.fromString("0192e4a0-0000-7000-8000-0000000000ff"));

        assertThat(candidacy.lot())
                .isEqualTo("1cd32c78a50210a217073d155166846221f6c4f99e7dc7860aaf27cfbbef8862");
    }

    @Test
    void refusesThoseWhoOfferedNoEvidence() {
        assertThatThrownBy(() -> key(job.score(), 1)).hasMessageContaining("no-evidence");
    }

    private static RankKey key(ScoreResult result, int application) {
        return RankKey.of(result, new Candidacy(new UUID(7, 7), new UUID(8, application)));
    }
}
