package dev.assay.hiring.shared;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Tells who was invited to show evidence. Asked by features below the one that invites. */
public interface Invitations {

    /** When each of these was last invited; who never was is not among them. */
    Map<ApplicationId, Instant> lastOf(Actor actor, Collection<ApplicationId> applications);
}
