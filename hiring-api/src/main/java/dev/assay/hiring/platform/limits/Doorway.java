package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.security.OpenToAnyone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Before it is asked who calls, which costs a statement: refuses those who are known to have used
 * up their quota, and lets only so many calls at once ask. However many calls there are, those that
 * are to be refused hear of it soon, and take no connection from those at work.
 */
final class Doorway implements HandlerInterceptor {

    private static final String LEAVE = Doorway.class.getName() + ".leave";

    /** More than are ever there at once, unless the node is overwhelmed. */
    private static final int MOST_WAITING = 1_000;

    private final SpentCallers spent;
    private final Turnstile door;
    private final Duration patience;

    Doorway(SpentCallers spent, int atOnce, Duration patience) {
        this.spent = spent;
        this.door = new Turnstile(atOnce, MOST_WAITING);
        this.patience = patience;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Calls that are open to anyone are counted by address.
        if (!(handler instanceof HandlerMethod method)
                || method.hasMethodAnnotation(OpenToAnyone.class)) {
            return true;
        }
        Optional<RateStatus> standing = spent.standing(request);
        if (standing.isPresent()) {
            standing.get().tell(response);
            throw standing.get().refusal();
        }
        if (!door.enter(patience)) {
            throw CallsAtOnce.overloaded();
        }
        request.setAttribute(LEAVE, (Runnable) door::leave);
        return true;
    }

    /** To be called once it is known who calls. */
    static void leave(HttpServletRequest request) {
        if (request.getAttribute(LEAVE) instanceof Runnable leave) {
            request.removeAttribute(LEAVE);
            leave.run();
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        leave(request);
    }
}
