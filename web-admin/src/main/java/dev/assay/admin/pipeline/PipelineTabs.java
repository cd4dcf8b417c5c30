package dev.assay.admin.pipeline;

import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.ArrayList;
import java.util.List;

/** The faces of the place where an employer says how its hirings go. */
final class PipelineTabs {

    static final String STAGES = "/console/pipeline";
    static final String TAGS = "/console/pipeline/tags";
    static final String REASONS = "/console/pipeline/reasons";

    private PipelineTabs() {}

    /** Those the actor may open. */
    static List<Tab> of(Actor actor, String current, Words words) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(words.say("pipeline.stages"), STAGES, current.equals(STAGES)));
        if (actor.may(Permission.READ_DOSSIERS)) {
            tabs.add(new Tab(words.say("pipeline.tags"), TAGS, current.equals(TAGS)));
        }
        tabs.add(new Tab(words.say("pipeline.reasons"), REASONS, current.equals(REASONS)));
        return tabs;
    }
}
