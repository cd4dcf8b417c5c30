package dev.assay.hiring.platform.problem;

import java.util.List;

/** The caller belongs to several employers and did not say which one they mean. */
public final class EmployerRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> aliases;

    public EmployerRequired(List<String> aliases) {
        super(
                "You belong to several employers. Name one in the header Assay-Employer: "
                        + String.join(", ", aliases));
        this.aliases = List.copyOf(aliases);
    }

    public List<String> aliases() {
        return aliases;
    }
}
