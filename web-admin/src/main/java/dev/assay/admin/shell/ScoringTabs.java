package dev.assay.admin.shell;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.List;

/** The faces of the place where an employer says how proof becomes points. */
public final class ScoringTabs {

    public static final String POLICIES = "/console/policies";
    public static final String RUBRICS = "/console/rubrics";
    public static final String SKILLS = "/console/skills";

    private static final List<Face> FACES =
            List.of(
                    new Face(Permission.READ_POLICIES, "Policies", POLICIES),
                    new Face(Permission.READ_RUBRICS, "Rubrics", RUBRICS),
                    new Face(Permission.READ_SKILLS, "Own skills", SKILLS));

    private ScoringTabs() {}

    /** Those the actor may open. */
    public static List<Tab> of(Actor actor, String current) {
        return Face.tabs(FACES, actor, current);
    }
}
