package dev.assay.hiring.shared;

import java.util.Collection;
import java.util.Set;

/**
 * Tells which applications, and which people, an actor sees who may read applications of some jobs
 * only. Asked by features below the applications, which cannot know which job a thing belongs to.
 * To be called inside the employer's transaction.
 */
public interface ApplicationSight {

    /** Those of these applications that are to a job within the actor's reach. */
    Set<ApplicationId> seen(Actor actor, Collection<ApplicationId> applications);

    /** Those of these people who applied to a job within the actor's reach. */
    Set<PersonId> seenPeople(Actor actor, Collection<PersonId> people);
}
