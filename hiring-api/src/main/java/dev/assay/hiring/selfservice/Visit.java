package dev.assay.hiring.selfservice;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;

/** What became of a link that somebody follows. */
public sealed interface Visit {

    /**
     * It opens an application.
     *
     * @param actor in whose name the candidate acts
     */
    record Open(Actor actor, ApplicationId application) implements Visit {}

    /** It was good once. */
    record Over() implements Visit {}

    /** No link of ours, or one of somebody who is not there any more. */
    record Unknown() implements Visit {}
}
