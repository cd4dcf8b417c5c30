package dev.assay.admin.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Importance;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.QuestionContent;
import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.SkillLevel;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobFormTest {

    private static final SkillId SQL = new SkillId(UUID.randomUUID());
    private static final SkillId TALK = new SkillId(UUID.randomUUID());
    private static final Map<SkillId, Skill> KNOWN = Map.of(SQL, skill(SQL, "SQL"));
    private static final Job JOB =
            new Job(
                    new JobId(UUID.randomUUID()),
                    new JobContent(
                            "Analyst",
                            "Counts, and tells.",
                            "Data",
                            "en-GB",
                            List.of(new Location("Boston, the other", null, "US", "02110")),
                            WorkplaceType.HYBRID,
                            EmploymentType.PER_DIEM,
                            2,
                            Instant.parse("2026-05-04T09:15:30Z"),
                            true,
                            new PayRange(
                                    new BigDecimal("52000"),
                                    null,
                                    Currency.getInstance("EUR"),
                                    PayRange.PayUnit.MONTH),
                            UUID.randomUUID(),
                            List.of(
                                    new Requirement(
                                            SQL,
                                            new Importance(5),
                                            true,
                                            new SkillLevel(3),
                                            "Every day"),
                                    new Requirement(TALK, new Importance(1), false, null, null))),
                    JobStatus.DRAFT,
                    false,
                    new Version(7),
                    Instant.EPOCH,
                    Instant.EPOCH);

    @Test
    void readsBackWhatItWritesAndWhatItDoesNotShow() {
        JobForm form = JobForm.of(JOB, KNOWN, "gone");

        assertThat(form.content(Optional.of(JOB), JobFormTest::named)).isEqualTo(JOB.content());
        assertThat(form.expected()).isEqualTo(new Version(7));
        assertThat(JobForm.typed(sent(form), 7)).isEqualTo(form);
    }

    @Test
    void takesTheSkillThatWasShownAndNotWhatIsCalledAlike() {
        // "gone" is what the second one is shown as; nothing resolves by that name.
        assertThat(
                        JobForm.of(JOB, KNOWN, "gone")
                                .content(Optional.of(JOB), JobFormTest::named)
                                .requirements())
                .extracting(Requirement::skill)
                .containsExactly(SQL, TALK);

        Map<String, String> sent = sent(JobForm.of(JOB, KNOWN, "gone"));
        sent.put("skill-0", "talking");
        sent.put("skill-1", " ");
        assertThat(
                        JobForm.typed(sent, 7)
                                .content(Optional.of(JOB), JobFormTest::named)
                                .requirements())
                .extracting(Requirement::skill)
                .containsExactly(TALK);
    }

    @Test
    void lastsThroughTheDayThatWasTyped() {
        Map<String, String> sent = sent(JobForm.of(JOB, KNOWN, "gone"));
        sent.put("lastDay", "2026-05-05");
        assertThat(
                        JobForm.typed(sent, 7)
                                .content(Optional.of(JOB), JobFormTest::named)
                                .validThrough())
                .isEqualTo(Instant.parse("2026-05-05T23:59:59Z"));
        sent.put("lastDay", "");
        assertThat(
                        JobForm.typed(sent, 7)
                                .content(Optional.of(JOB), JobFormTest::named)
                                .validThrough())
                .isNull();
    }

    @Test
    void leavesRoomForMore() {
        JobForm form = JobForm.of(JOB, KNOWN, "gone");

        assertThat(form.placeRows()).hasSize(2);
        assertThat(form.needRows()).hasSize(5);
        assertThat(JobForm.empty().needRows()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "title, '', title",
        "description, '', description",
        "language, english please, language",
        "openings, 0, openings",
        "openings, many, openings",
        "workplaceType, moon, workplaceType",
        "employmentType, full-time, employmentType",
        "lastDay, 4 May, lastDay",
        "payMin, 5e3, salary",
        "payMax, 51999, salary",
        "currency, euro, salary",
        "payUnit, AGE, payUnit",
        "country-0, usa, locations",
        "skill-0, nothing we know, requirements",
        "importance-0, 6, requirements",
        "level-0, 0, requirements"
    })
    void namesTheFieldThatCannotBeRead(String field, String typed, String named) {
        Map<String, String> sent = sent(JobForm.of(JOB, KNOWN, "gone"));
        sent.put(field, typed);
        JobForm form = JobForm.typed(sent, 7);

        assertThat(fields(() -> form.content(Optional.of(JOB), JobFormTest::named)))
                .containsExactly("/" + named);
    }

    @Test
    void readsAQuestion() {
        assertThat(
                        QuestionForm.typed(
                                        Map.of(
                                                "wording", " Which shift? ",
                                                "kind", "choice",
                                                "options", "day\r\n\r\nnight",
                                                "required", "true"))
                                .content())
                .isEqualTo(
                        new QuestionContent(
                                QuestionKind.CHOICE,
                                "Which shift?",
                                true,
                                List.of("day", "night")));
        assertThat(fields(() -> QuestionForm.typed(Map.of()).content()))
                .containsExactly("/wording", "/kind");
        assertThat(
                        fields(() ->
                                QuestionForm.typed(Map.of("wording", "x", "kind", "choice"))
                                        .content()))
                .containsExactly("/options");
    }

    /** As a browser sends what the form shows. */
    private static Map<String, String> sent(JobForm form) {
        Map<String, String> sent = new HashMap<>(form.text());
        for (int i = 0; i < form.placeRows().size(); i++) {
            JobForm.Place place = form.placeRows().get(i);
            sent.put("city-" + i, place.city());
            sent.put("region-" + i, place.region());
            sent.put("country-" + i, place.country());
            sent.put("postal-" + i, place.postalCode());
        }
        for (int i = 0; i < form.needRows().size(); i++) {
            JobForm.Need need = form.needRows().get(i);
            sent.put("skill-" + i, need.skill());
            sent.put("known-" + i, need.known());
            sent.put("shown-" + i, need.shown());
            sent.put("importance-" + i, need.importance());
            sent.put("level-" + i, need.level());
            sent.put("source-" + i, need.source());
            if (need.mustHave()) {
                sent.put("must-" + i, "true");
            }
        }
        return sent;
    }

    private static Optional<SkillId> named(String typed) {
        if (typed.equals(SQL.toString()) || typed.equals("SQL")) {
            return Optional.of(SQL);
        }
        return typed.equals(TALK.toString()) || typed.equals("talking")
                ? Optional.of(TALK)
                : Optional.empty();
    }

    private static Skill skill(SkillId id, String name) {
        return new Skill(id, URI.create("https://skills.example/" + name), name, "Test");
    }

    private static List<String> fields(ThrowingCallable call) {
        return catchThrowableOfType(InvalidInput.class, call).faults().stream()
                .map(InvalidInput.Fault::pointer)
                .toList();
    }
}
