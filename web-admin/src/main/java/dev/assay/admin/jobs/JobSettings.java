package dev.assay.admin.jobs;

import dev.assay.admin.shell.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a job is kept: where it stands, what a careful reader would look at again, who approved it,
 * its stages and its questions.
 *
 * @param version the version all this was read at
 * @param next where it may be moved from here
 * @param outlets what each place where it could be shown would say of it
 * @param page its own page, for anybody; null where there is none
 * @param approval null where this employer opens jobs without
 * @param blind until when its applications are reviewed blind
 * @param templates those whose stages it can copy
 */
record JobSettings(
        boolean mayEdit,
        int version,
        List<String> next,
        List<WarningLine> warnings,
        List<OutletLine> outlets,
        @Nullable String page,
        @Nullable Approval approval,
        Blind blind,
        List<Template> templates,
        List<QuestionLine> questions) {

    JobSettings {
        next = List.copyOf(next);
        warnings = List.copyOf(warnings);
        outlets = List.copyOf(outlets);
        templates = List.copyOf(templates);
        questions = List.copyOf(questions);
    }

    /**
     * @param field of the posting's form
     * @param found the words it is about; null where something is missing
     */
    record WarningLine(String field, String sentence, @Nullable String found) {}

    /**
     * @param mayAsk whether this reader may ask for approval now
     * @param mayAnswer whether this reader may approve or decline now
     */
    record Approval(List<Step> steps, boolean mayAsk, boolean mayAnswer) {

        Approval {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param earlier whether the job was changed since, so that it holds no more
     */
    record Step(String what, String by, Moment at, @Nullable String reason, boolean earlier) {}

    record Template(String id, String name) {}

    /**
     * Until when nobody who judges the applications is to know whose they are.
     *
     * @param until which of the choices; empty where they are not reviewed blind
     * @param places where it may end, in the order applications go through
     * @param reasoned whether a reason is needed to end it sooner: somebody has applied
     */
    record Blind(String until, List<Template> places, boolean reasoned) {

        Blind {
            places = List.copyOf(places);
        }
    }

    record QuestionLine(
            String id, String wording, String kind, List<String> options, boolean required) {

        QuestionLine {
            options = List.copyOf(options);
        }
    }
}
