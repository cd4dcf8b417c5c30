package dev.assay.admin.interviews;

import dev.assay.admin.applications.ApplicationHead;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is interviewed, and what their interviewers think.
 *
 * @param mayCard whether this reader may hand a scorecard in now
 * @param maySchedule whether this reader may propose times, take one, or call an interview off
 * @param cards those this reader may read
 * @param blind who has handed one in that this reader may not read yet
 */
record InterviewsPage(
        ApplicationHead head,
        boolean mayCard,
        boolean maySchedule,
        List<Card> cards,
        List<SkillRow> skills,
        List<String> blind,
        List<InterviewLine> interviews) {

    InterviewsPage {
        cards = List.copyOf(cards);
        skills = List.copyOf(skills);
        blind = List.copyOf(blind);
        interviews = List.copyOf(interviews);
    }

    /** One interviewer's, as a column. */
    record Card(String by, String phase, Moment at, String recommendation, @Nullable String note) {}

    /**
     * A skill with what is proven of it, and what each interviewer thinks.
     *
     * @param state null where the job does not ask for it any more
     */
    record SkillRow(
            String skill,
            @Nullable Badge state,
            @Nullable String figures,
            List<Impressed> impressions) {

        SkillRow {
            impressions = List.copyOf(impressions);
        }
    }

    /**
     * @param word empty where it was not spoken of
     * @param rated whether it was rated by a rubric as well, and so counts as evidence
     */
    record Impressed(String word, @Nullable String note, boolean rated) {}

    /**
     * @param slots those that were proposed; a start can be taken
     * @param open whether one may still be taken
     * @param over whether it was called off
     */
    record InterviewLine(
            String id,
            Badge state,
            List<SlotLine> slots,
            @Nullable SlotLine booked,
            @Nullable String location,
            @Nullable String note,
            boolean open,
            boolean over) {

        InterviewLine {
            slots = List.copyOf(slots);
        }
    }

    record SlotLine(Moment start, Moment end) {}
}
