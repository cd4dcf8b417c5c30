package dev.assay.admin.applications;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Moment;
import dev.assay.admin.shell.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of every page of an application.
 *
 * @param blind null where everybody who sees it is told whose it is
 */
public record ApplicationHead(
        String id,
        String candidate,
        String jobTitle,
        Moment applied,
        List<Crumb> trail,
        List<Tab> tabs,
        @Nullable BlindNotice blind) {

    public ApplicationHead {
        trail = List.copyOf(trail);
        tabs = List.copyOf(tabs);
    }

    public String path() {
        return ApplicationHeads.path(id);
    }
}
