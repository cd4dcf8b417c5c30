package dev.assay.db.migrate;

/**
 * The passwords of the three runtime roles, chosen by whoever runs the migration. Refuses blank
 * ones, and never shows them in {@link #toString()}.
 *
 * @param web for {@link RuntimeRole#WEB}
 * @param worker for {@link RuntimeRole#WORKER}
 * @param selfId for {@link RuntimeRole#SELF_ID}
 */
public record RolePasswords(String web, String worker, String selfId) {
    public RolePasswords {
        requireText(web, RuntimeRole.WEB);
        requireText(worker, RuntimeRole.WORKER);
        requireText(selfId, RuntimeRole.SELF_ID);
    }

    /** The password of one role. */
    public String of(RuntimeRole role) {
        return switch (role) {
            case WEB -> web;
            case WORKER -> worker;
            case SELF_ID -> selfId;
        };
    }

    @Override
    public String toString() {
        return "RolePasswords[hidden]";
    }

    private static void requireText(String password, RuntimeRole role) {
        if (password.isBlank()) {
            throw new IllegalArgumentException(
                    "the password of role " + role.roleName() + " is blank");
        }
    }
}
