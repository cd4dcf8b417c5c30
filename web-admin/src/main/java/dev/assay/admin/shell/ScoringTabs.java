package dev.assay.admin.shell;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.ArrayList;
import java.util.List;

/** The faces of the place where an employer says how proof becomes points. */
public final class ScoringTabs {

    public static final String POLICIES = "/console/policies";
    public static final String RUBRICS = "/console/rubrics";
    public static final String SKILLS = "/console/skills";

    private ScoringTabs() {}

    /** Those the actor may open. */
    public static List<Tab> of(Actor actor, String current) {
        List<Tab> tabs = new ArrayList<>();
        if (actor.may(Permission.READ_POLICIES)) {
            tabs.add(new Tab("Policies", POLICIES, current.equals(POLICIES)));
        }
        if (actor.may(Permission.READ_RUBRICS)) {
            tabs.add(new Tab("Rubrics", RUBRICS, current.equals(RUBRICS)));
        }
        if (actor.may(Permission.READ_SKILLS)) {
            tabs.add(new Tab("Own skills", SKILLS, current.equals(SKILLS)));
        }
        return tabs;
    }
}
