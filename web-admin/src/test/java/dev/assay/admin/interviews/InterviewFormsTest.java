package dev.assay.admin.interviews;

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
import dev.assay.hiring.interviews.Impression;
import dev.assay.hiring.interviews.InterviewProposal;
import dev.assay.hiring.interviews.ScorecardDraft;
import dev.assay.hiring.interviews.ScorecardForm;
import dev.assay.hiring.interviews.Slot;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterviewFormsTest {

    @Nested
    class Times {

        @Test
        void areReadOffTheClockThatWasChosen() {
            var form =
                    proposal(
                            Map.of(
                                    "day-0",
                                    "2026-06-01",
                                    "from-0",
                                    "09:00",
                                    "to-0",
                                    "10:00",
                                    "day-2",
                                    "2026-12-01",
                                    "from-2",
                                    "09:00",
                                    "to-2",
                                    "10:00"));

            assertThat(form.proposal())
                    .isEqualTo(
                            new InterviewProposal(
                                    List.of(
                                            slot("2026-06-01T07:00:00Z", "2026-06-01T08:00:00Z"),
                                            slot("2026-12-01T08:00:00Z", "2026-12-01T09:00:00Z")),
                                    "Room 4",
                                    Optional.of("With Tom")));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-06-01, 10:00, 10:00",
            "2026-06-01, 11:00, 10:00",
            "2026-06-01, '', 10:00",
            "2026-06-01, 09:00, ''",
            "'', 09:00, 10:00",
            "1 June, 09:00, 10:00"
        })
        void thatCannotBeAreRefused(String day, String from, String to) {
            var form = proposal(Map.of("day-0", day, "from-0", from, "to-0", to));

            assertThat(fields(form::proposal)).containsExactly("/slots");
        }

        @Test
        void areAtLeastOneAndEachOnce() {
            assertThat(fields(proposal(Map.of())::proposal)).containsExactly("/slots");
            var twice =
                    proposal(
                            Map.of(
                                    "day-0",
                                    "2026-06-01",
                                    "from-0",
                                    "09:00",
                                    "to-0",
                                    "10:00",
                                    "day-1",
                                    "2026-06-01",
                                    "from-1",
                                    "09:00",
                                    "to-1",
                                    "11:00"));
            assertThat(fields(twice::proposal)).containsExactly("/slots");
        }

        @Test
        void needAClockThereIsAndAPlace() {
            var form =
                    ProposalForm.typed(Map.of("zone", "Mars/Olympus", "note", "n".repeat(5_001)));

            assertThat(fields(form::proposal)).containsExactly("/zone", "/location", "/note");
        }

        @Test
        void mayBeReadOffAnyClockPeopleLiveBy() {
            assertThat(ProposalForm.ZONES)
                    .contains("UTC", "Europe/Madrid", "Asia/Kolkata", "America/New_York")
                    .doesNotContain("EST", "SystemV/PST8", "Etc/GMT+3");
        }

        private static ProposalForm proposal(Map<String, String> rows) {
            Map<String, String> typed = new HashMap<>(rows);
            typed.putAll(
                    Map.of("zone", "Europe/Madrid", "location", " Room 4 ", "note", "With Tom"));
            return ProposalForm.typed(typed);
        }

        private static Slot slot(String start, String end) {
            return new Slot(Instant.parse(start), Instant.parse(end));
        }
    }

    @Nested
    class Cards {

        @Test
        void sayOfEachSkillThatWasSpokenOfWhatSomebodyThinks() {
            ScorecardDraft draft =
                    draft(
                            Map.of(
                                    "recommendation", "yes",
                                    "note", "Calm.",
                                    "impression-1", "strong-yes",
                                    "note-1", "Asks back."));

            assertThat(draft)
                    .isEqualTo(
                            new ScorecardDraft(
                                    Impression.YES,
                                    List.of(
                                            new ScorecardDraft.Attribute(
                                                    TALK.id(),
                                                    Impression.STRONG_YES,
                                                    Optional.of("Asks back."),
                                                    Optional.empty())),
                                    Optional.of("Calm.")));
        }

        @Test
        void carryARatingByOneRubric() {
            ScorecardDraft draft =
                    draft(
                            Map.of(
                                    "recommendation", "mixed",
                                    "impression-0", "no",
                                    "level-0-1-0", "2",
                                    "level-0-1-1", "5",
                                    "supervision", "supervised",
                                    "performedOn", "2026-05-04"));

            assertThat(draft.attributes().getFirst().rating())
                    .contains(
                            new Rating(
                                    SECOND.id(),
                                    SECOND.version(),
                                    List.of(2, 5),
                                    Supervision.SUPERVISED,
                                    LocalDate.parse("2026-05-04"),
                                    Optional.empty()));
        }

        @Test
        void areRefusedWithoutASkillOrWithoutAWordOnTheWhole() {
            assertThat(fields(() -> draft(Map.of())))
                    .containsExactly("/recommendation", "/attributes");
            assertThat(fields(() -> draft(Map.of("recommendation", "yes", "note-0", "Hm."))))
                    .containsExactly("/attributes");
        }

        @Test
        void areRefusedWithARatingThatHasAHoleOrIsByTwoRubrics() {
            Map<String, String> hole = watched();
            hole.put("level-0-0-0", "3");
            assertThat(details(() -> draft(hole)))
                    .containsExactly("“SQL”: rate every criterion, or none");

            Map<String, String> two = watched();
            two.putAll(
                    Map.of(
                            "level-0-0-0",
                            "3",
                            "level-0-0-1",
                            "3",
                            "level-0-1-0",
                            "3",
                            "level-0-1-1",
                            "3"));
            assertThat(details(() -> draft(two)))
                    .containsExactly("“SQL”: rate by one rubric, not by two");

            Map<String, String> unwatched = watched();
            unwatched.remove("performedOn");
            unwatched.putAll(Map.of("level-0-0-0", "3", "level-0-0-1", "3"));
            assertThat(fields(() -> draft(unwatched))).containsExactly("/supervision");
        }

        @Test
        void keepWhatWasChosenAndOpenTheRubricItWasChosenIn() {
            Map<String, Object> model = new HashMap<>();
            model.put("asked", ASKED.attributes());
            model.put("rubrics", true);
            model.put(
                    "form",
                    CardForm.typed(
                            Map.of("impression-0", "no", "level-0-1-0", "2", "note-1", "<b>"),
                            ASKED));
            model.put("impressions", Impression.values());
            model.put("ways", Supervision.values());
            model.put("place", "/console/applications/a1/interviews");
            model.put("trail", List.of());
            String page = RenderedPage.of("interviews/scorecard", Theme.LIGHT, model);

            assertThat(page)
                    .contains(
                            "action=\"/console/applications/a1/interviews/scorecard\"",
                            "id=\"impression-0-no\" value=\"no\" checked=\"checked\"",
                            "id=\"level-0-1-0-2\" value=\"2\" checked=\"checked\"",
                            "&lt;b&gt;</textarea>")
                    .containsOnlyOnce("open=\"open\"");
        }

        private static Map<String, String> watched() {
            return new HashMap<>(
                    Map.of(
                            "recommendation", "yes",
                            "impression-0", "yes",
                            "supervision", "supervised",
                            "performedOn", "2026-05-04"));
        }

        private static ScorecardDraft draft(Map<String, String> typed) {
            return CardForm.typed(typed, ASKED).draft(ASKED);
        }
    }

    private static final Skill SQL = skill("SQL");
    private static final Skill TALK = skill("Talking");
    private static final Rubric SECOND = rubric("Second");
    private static final ScorecardForm ASKED =
            new ScorecardForm(
                    List.of(
                            new ScorecardForm.Attribute(
                                    SQL, true, List.of(rubric("First"), SECOND)),
                            new ScorecardForm.Attribute(TALK, false, List.of())));

    private static Skill skill(String name) {
        return new Skill(
                new SkillId(UUID.randomUUID()),
                URI.create("https://skills.example/" + name),
                name,
                "Test");
    }

    private static Rubric rubric(String name) {
        var criteria =
                List.of(
                        new Criterion("Figures", List.of("a", "b", "c", "d", "e")),
                        new Criterion("Words", List.of("f", "g", "h", "i", "j")));
        Instant now = Instant.parse("2026-05-04T09:00:00Z");
        return new Rubric(
                new RubricId(UUID.randomUUID()),
                new RubricContent(
                        name, EvidenceMethod.STRUCTURED_INTERVIEW, SQL.id(), criteria, false),
                new Version(2),
                "person:x",
                now,
                now);
    }

    private static List<String> fields(ThrowingCallable call) {
        return faults(call).stream().map(InvalidInput.Fault::pointer).toList();
    }

    private static List<String> details(ThrowingCallable call) {
        return faults(call).stream().map(InvalidInput.Fault::detail).toList();
    }

    private static List<InvalidInput.Fault> faults(ThrowingCallable call) {
        return catchThrowableOfType(InvalidInput.class, call).faults();
    }
}
