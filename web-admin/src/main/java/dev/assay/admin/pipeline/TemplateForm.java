package dev.assay.admin.pipeline;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.jobs.StageDraft;
import dev.assay.hiring.jobs.StageTemplate;
import dev.assay.hiring.jobs.StageTemplateContent;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Version;
import java.util.List;
import java.util.Map;

/**
 * A stage template as a person types it, kept as it was typed until it is right.
 *
 * @param version the version it was read at; 0 for a new one
 */
record TemplateForm(
        String name, List<StagesForm.Part> parts, boolean usual, boolean retired, int version) {

    private static final int LONGEST_NAME = 200;

    TemplateForm {
        parts = List.copyOf(parts);
    }

    static TemplateForm typed(Map<String, String> typed, int version) {
        return new TemplateForm(
                Typed.text(typed.get("name")),
                StagesForm.typed(typed).parts(),
                typed.containsKey("usual"),
                typed.containsKey("retired"),
                version);
    }

    static TemplateForm of(StageTemplate template) {
        StageTemplateContent content = template.content();
        return new TemplateForm(
                content.name(),
                StagesForm.of(content.stages()).parts(),
                content.usual(),
                content.retired(),
                template.version().value());
    }

    /** The same typing on top of what somebody else saved meanwhile. */
    TemplateForm onto(StageTemplate theirs) {
        return new TemplateForm(name, parts, usual, retired, theirs.version().value());
    }

    Version expected() {
        return new Version(Math.max(1, version));
    }

    /**
     * @throws InvalidInput when it cannot be read, naming each field
     */
    StageTemplateContent content() {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidInput("/name", "must have 1 to 200 characters");
        }
        List<StageDraft> stages = new StagesForm(parts).drafts();
        if (stages.isEmpty()) {
            throw new InvalidInput("/stages", "must be one at least");
        }
        return new StageTemplateContent(name, stages, usual, retired);
    }
}
