package dev.assay.hiring.shared;

import java.util.Set;
import java.util.UUID;

/**
 * Who acts, and at which employer. Every facade call takes one and asks it for permission; nobody
 * acts without an employer.
 */
public sealed interface Actor {

    EmployerId employer();

    /** How the actor is named in audit rows: stable, and free of personal data. */
    String reference();

    boolean may(Permission permission);

    /**
     * Refuses to go on unless this actor holds the permission.
     *
     * @throws PermissionDenied when it does not
     */
    default void require(Permission permission) {
        if (!may(permission)) {
            throw new PermissionDenied(permission);
        }
    }

    /** A signed-in person with the roles our membership rows give them. */
    record Person(EmployerId employer, UUID subject, Set<EmployerRole> roles) implements Actor {

        public Person {
            roles = Set.copyOf(roles);
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("a person without a role is no actor");
            }
        }

        @Override
        public String reference() {
            return "person:" + subject;
        }

        @Override
        public boolean may(Permission permission) {
            return permission.carriedByAny(roles);
        }
    }

    /** A part of Assay itself that works for one employer, such as the re-scoring worker. */
    record Service(EmployerId employer, String name) implements Actor {

        @Override
        public String reference() {
            return "service:" + name;
        }

        @Override
        public boolean may(Permission permission) {
            return true;
        }
    }
}
