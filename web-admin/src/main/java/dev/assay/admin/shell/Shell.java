package dev.assay.admin.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the frame around a page needs to draw itself.
 *
 * @param current the name of the rail's entry the page belongs to; empty for none
 * @param here the path and query of this page, to come back to
 * @param viewer nobody on pages outside the session
 */
public record Shell(
        String current, String here, Theme theme, List<NavEntry> entries, @Nullable Viewer viewer) {

    public Shell {
        entries = List.copyOf(entries);
    }

    public List<Theme> themes() {
        return Theme.choices();
    }
}
