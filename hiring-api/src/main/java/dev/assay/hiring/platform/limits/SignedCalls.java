package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.security.CallingActor;
import dev.assay.hiring.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Counts calls whose body is signed, or whose address tells whose they are, like any other of
 * theirs; and those that are nobody's by the network address they come from, which is heard no more
 * for a while after many.
 */
public final class SignedCalls {

    private final CallLimits limits;

    SignedCalls(CallLimits limits) {
        this.limits = limits;
    }

    /**
     * Says whose call it is, whose signature or address was found to hold.
     *
     * @throws dev.assay.hiring.platform.problem.TryLater when it is one too many
     */
    public void accept(
            HttpServletRequest request, HttpServletResponse response, Actor.Partner partner) {
        CallingActor.becomes(request, partner);
        limits.signed(request, response, partner);
    }

    /** Says that the call is nobody's we know. */
    public void refuse(HttpServletRequest request) {
        limits.unsigned(request);
    }
}
