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

    /** Whether the actor holds the permission for all of the employer. */
    default boolean may(Permission permission) {
        return reach(permission) instanceof JobReach.Everywhere;
    }

    /** For which jobs the actor holds the permission. */
    JobReach reach(Permission permission);

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

    /**
     * Refuses to go on unless this actor holds the permission, were it for one job alone. What it
     * then sees is for the caller to narrow to {@link #reach}.
     *
     * @throws PermissionDenied when it holds it nowhere
     */
    default JobReach requireSomewhere(Permission permission) {
        JobReach reach = reach(permission);
        if (reach instanceof JobReach.Nowhere) {
            throw new PermissionDenied(permission);
        }
        return reach;
    }

    /**
     * A signed-in person with the roles our membership rows give them.
     *
     * @param teamJobs the jobs on whose hiring team they are; asked for only when that is all they
     *     have
     */
    record Person(EmployerId employer, UUID subject, Set<EmployerRole> roles, Set<UUID> teamJobs)
            implements Actor {

        public Person(EmployerId employer, UUID subject, Set<EmployerRole> roles) {
            this(employer, subject, roles, Set.of());
        }

        public Person {
            roles = Set.copyOf(roles);
            teamJobs = Set.copyOf(teamJobs);
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("a person without a role is no actor");
            }
        }

        @Override
        public String reference() {
            return "person:" + subject;
        }

        @Override
        public JobReach reach(Permission permission) {
            if (permission.carriedByAny(roles)) {
                return new JobReach.Everywhere();
            }
            return permission.isHeldByTeams() && roles.contains(EmployerRole.HIRING_TEAM)
                    ? new JobReach.Only(teamJobs)
                    : new JobReach.Nowhere();
        }
    }

    /** A part of Assay itself that works for one employer, such as the re-scoring worker. */
    record Service(EmployerId employer, String name) implements Actor {

        @Override
        public String reference() {
            return "service:" + name;
        }

        @Override
        public JobReach reach(Permission permission) {
            return new JobReach.Everywhere();
        }
    }

    /**
     * A partner's client at an employer that granted it something: it holds its own few permissions
     * there, for the jobs granted, and nothing of what people may.
     *
     * @param held what it was granted
     * @param jobs for which jobs
     */
    record Partner(EmployerId employer, UUID partner, Set<Permission> held, JobReach jobs)
            implements Actor {

        public Partner {
            held = Set.copyOf(held);
            if (!held.stream().allMatch(Permission::isForPartners)) {
                throw new IllegalArgumentException("a partner holds no permission of people");
            }
        }

        @Override
        public String reference() {
            return "partner:" + partner;
        }

        @Override
        public JobReach reach(Permission permission) {
            return held.contains(permission) ? jobs : new JobReach.Nowhere();
        }

        /** Assay itself, doing for the partner what the partner was found to be allowed. */
        public Service atWork() {
            return new Service(employer, reference());
        }
    }
}
