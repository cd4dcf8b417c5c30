package dev.assay.hiring.shared;

import java.util.Optional;
import java.util.UUID;

/** Tells which partner a service account is, and at which employer a thing is that it names. */
public interface PartnerDirectory {

    /**
     * The partner whose client has this service account, with what it is granted at present; empty
     * when it is none of ours, or disabled.
     */
    Optional<CallingPartner> calling(UUID subject);

    /**
     * The partner at the one employer whose thing this is, of the kind the permission is about;
     * empty when there is none, or that employer granted the partner nothing: the two are never
     * told apart.
     */
    Optional<Actor.Partner> about(CallingPartner caller, Permission permission, UUID thing);
}
