package dev.assay.admin.shell;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.List;

/** The faces of the place where an employer says which machines of others it deals with. */
public final class PartnerTabs {

    public static final String BOARDS = "/console/partners";
    public static final String PROFILE = "/console/profile";
    public static final String WEBHOOKS = "/console/webhooks";

    private static final List<Face> FACES =
            List.of(
                    new Face(Permission.READ_PARTNERS, "Job boards", BOARDS),
                    new Face(Permission.READ_WEBHOOKS, "Webhooks", WEBHOOKS),
                    new Face(Permission.READ_PARTNERS, "Employer profile", PROFILE));

    private PartnerTabs() {}

    /** Those the actor may open. */
    public static List<Tab> of(Actor actor, String current) {
        return Face.tabs(FACES, actor, current);
    }
}
