package dev.assay.hiring.shared;

import java.util.stream.Collectors;

/** The actor is known, but may not do this. Carries who could. */
public final class PermissionDenied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Permission permission;

    public PermissionDenied(Permission permission) {
        super(
                permission.isForPartners()
                        ? "needs the employer's grant to a partner"
                        : "needs one of the roles "
                                + permission.roles().stream()
                                        .map(EmployerRole::wireName)
                                        .collect(Collectors.joining(", ")));
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
