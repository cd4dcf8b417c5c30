package dev.assay.hiring.platform.security;

import dev.assay.hiring.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who makes the call under way. */
public final class CallingActor {

    private CallingActor() {}

    /**
     * @throws IllegalStateException when the call has no actor, or none is known yet
     */
    public static Actor of(HttpServletRequest request) {
        return find(request).orElseThrow(() -> new IllegalStateException("the call has no actor"));
    }

    /**
     * Says who makes a call that came without a token, once the signature of its body was found to
     * hold.
     *
     * @throws IllegalStateException when the call has an actor already
     */
    public static void becomes(HttpServletRequest request, Actor.Partner partner) {
        if (find(request).isPresent()) {
            throw new IllegalStateException("the call has an actor already");
        }
        request.setAttribute(ActorInterceptor.ATTRIBUTE, partner);
    }

    /** Empty when anybody may make the call. */
    public static Optional<Actor> find(HttpServletRequest request) {
        return request.getAttribute(ActorInterceptor.ATTRIBUTE) instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
    }
}
