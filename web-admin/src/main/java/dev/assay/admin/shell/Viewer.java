package dev.assay.admin.shell;

import java.util.List;

/**
 * The signed-in person and the employer they work for now, as the frame shows them.
 *
 * @param readsAudit whether the audit trail is open to them
 * @param readsPartners whether what concerns other companies' machines is open to them
 */
public record Viewer(
        String name,
        String role,
        String employerName,
        String employerAlias,
        List<EmployerChoice> choices,
        boolean readsAudit,
        boolean readsPartners) {

    public Viewer {
        choices = List.copyOf(choices);
    }

    /** An employer the person may switch to. */
    public record EmployerChoice(String alias, String name) {}
}
