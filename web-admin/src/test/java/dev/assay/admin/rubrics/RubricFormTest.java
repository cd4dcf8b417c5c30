package dev.assay.admin.rubrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.evidence.Criterion;
import dev.assay.hiring.evidence.EvidenceMethod;
import dev.assay.hiring.evidence.Rating;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.evidence.RubricContent;
import dev.assay.hiring.evidence.RubricId;
import dev.assay.hiring.evidence.Supervision;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.SkillId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RubricFormTest {

    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final SkillId SQL = new SkillId(UUID.randomUUID());
    private static final RubricContent CONTENT =
            new RubricContent(
                    "A report",
                    EvidenceMethod.WORK_SAMPLE,
                    SQL,
                    List.of(
                            new Criterion("Figures", List.of("a", "b", "c", "d", "e")),
                            new Criterion("Words", List.of("f", "g", "h", "i", "j"))),
                    false);
    private static final Rubric RUBRIC =
            new Rubric(
                    new RubricId(UUID.randomUUID()), CONTENT, new Version(3), "person:x", NOW, NOW);

    @Test
    void readsBackWhatItWrites() {
        RubricForm form = RubricForm.of(RUBRIC);

        assertThat(form.content(Optional.of(SQL))).isEqualTo(CONTENT);
        assertThat(form.expected()).isEqualTo(new Version(3));
        // As browsers send it.
        var sent =
                new RubricForm(
                        "A report",
                        "work-sample",
                        "x",
                        "Figures\r\na\r\nb\r\nc\r\nd\r\ne\r\n \r\nWords\r\nf\r\ng\r\nh\r\ni\r\nj",
                        null,
                        null);
        assertThat(sent.content(Optional.of(SQL))).isEqualTo(CONTENT);
    }

    @Test
    void namesEachFieldThatCannotBeRead() {
        var form = new RubricForm(" ", "guess", "", "Figures\na\nb", false, null);

        assertThat(fields(() -> form.content(Optional.empty())))
                .containsExactly("/name", "/method", "/skill", "/criteria");
    }

    @Test
    void ratesWithOneLevelACriterion() {
        RatingForm form =
                RatingForm.typed(
                        Map.of(
                                "rating-0", "4",
                                "rating-1", "5",
                                "supervision", "supervised",
                                "performedOn", "2026-05-04",
                                "note", " Alone. "),
                        RUBRIC);

        assertThat(form.rating(RUBRIC))
                .isEqualTo(
                        new Rating(
                                RUBRIC.id(),
                                RUBRIC.version(),
                                List.of(4, 5),
                                Supervision.SUPERVISED,
                                LocalDate.parse("2026-05-04"),
                                Optional.of("Alone.")));
    }

    @Test
    void refusesARatingWithAHole() {
        RatingForm form =
                RatingForm.typed(Map.of("rating-0", "6", "performedOn", "yesterday"), RUBRIC);

        assertThat(fields(() -> form.rating(RUBRIC)))
                .containsExactly("/ratings", "/supervision", "/performedOn");
    }

    @Test
    void asksForEachCriterionAndKeepsWhatWasChosen() {
        RatingForm form = RatingForm.typed(Map.of("rating-1", "2"), RUBRIC);
        String page =
                RenderedPage.of(
                        "rubrics/rate",
                        Theme.LIGHT,
                        Map.of(
                                "rubric",
                                new RubricRow(
                                        "r1",
                                        3,
                                        "A report & more",
                                        "Work sample",
                                        "SQL",
                                        CONTENT.criteria(),
                                        false,
                                        RenderedPage.moment("2026-03-12T08:30:00Z")),
                                "form",
                                form,
                                "ways",
                                Supervision.values(),
                                "place",
                                "/console/applications/a1",
                                "trail",
                                List.of()));

        assertThat(page)
                .contains(
                        "A report &amp; more",
                        "action=\"/console/applications/a1/evidence\"",
                        "id=\"rating-1-2\" value=\"2\" checked=\"checked\"")
                .doesNotContain("id=\"rating-0-2\" value=\"2\" checked");
    }

    private static List<String> fields(ThrowingCallable call) {
        return catchThrowableOfType(InvalidInput.class, call).faults().stream()
                .map(InvalidInput.Fault::pointer)
                .toList();
    }
}
