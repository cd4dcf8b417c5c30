package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.security.CallingActor;
import dev.assay.hiring.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Counts every call and says in {@code RateLimit-Policy} and {@code RateLimit} how the caller
 * stands; refuses one too many before anything is read or done.
 */
final class CallLimits implements HandlerInterceptor {

    private static final String LEAVE = CallLimits.class.getName() + ".leave";

    private final RatePolicy calls;
    private final RatePolicy costly;
    private final RatePolicy anonymous;
    private final RatePolicy unsigned;
    private final RateLimits rates;
    private final AnonymousLimits strangers;
    private final AnonymousLimits impostors;
    private final CallsAtOnce atOnce;
    private final SpentCallers spent;
    private final CallsUnderWay underWay;

    CallLimits(
            LimitProperties properties,
            RateLimits rates,
            AnonymousLimits strangers,
            AnonymousLimits impostors,
            CallsAtOnce atOnce,
            SpentCallers spent,
            CallsUnderWay underWay) {
        this.calls = new RatePolicy("calls", properties.callsPerMinute());
        this.costly = new RatePolicy("costly", properties.costlyCallsPerMinute());
        this.anonymous = new RatePolicy("anonymous", properties.anonymousCallsPerMinute());
        this.unsigned = new RatePolicy("unsigned", properties.anonymousCallsPerMinute());
        this.rates = rates;
        this.strangers = strangers;
        this.impostors = impostors;
        this.atOnce = atOnce;
        this.spent = spent;
        this.underWay = underWay;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (method.hasMethodAnnotation(Signed.class)) {
            admit(List.of(impostors.standing(request.getRemoteAddr(), unsigned)));
            return true;
        }
        Optional<Actor> actor = CallingActor.find(request);
        List<RateStatus> standing =
                actor.map(caller -> counted(caller, method))
                        .orElseGet(
                                () -> List.of(strangers.count(request.getRemoteAddr(), anonymous)));
        if (!standing.getFirst().allowed()) {
            spent.remember(request, standing.getFirst().policy());
        }
        RateStatus.tell(standing, response);
        admit(standing);
        Doorway.leave(request);
        actor.ifPresent(caller -> {
            enter(request, atOnce, caller);
            underWay.look();
        });
        return true;
    }

    /**
     * Counts a call without a token whose body is signed, once it is known who signed it; as one
     * that costs much.
     */
    void signed(HttpServletRequest request, HttpServletResponse response, Actor.Partner partner) {
        List<RateStatus> standing = new ArrayList<>();
        standing.add(rates.count(partner, calls));
        if (standing.getFirst().allowed()) {
            standing.add(rates.count(partner, costly));
        }
        RateStatus.tell(standing, response);
        admit(standing);
        enter(request, atOnce, partner);
    }

    /** Counts a call without a token whose body nobody we know has signed. */
    void unsigned(HttpServletRequest request) {
        impostors.count(request.getRemoteAddr(), unsigned);
    }

    static void enter(HttpServletRequest request, CallsAtOnce atOnce, Actor actor) {
        request.setAttribute(LEAVE, atOnce.enter(actor));
    }

    /** Gives a call's place to another, if it has one. */
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

    private List<RateStatus> counted(Actor actor, HandlerMethod method) {
        List<RateStatus> standing = new ArrayList<>();
        standing.add(rates.count(actor, calls));
        if (standing.getFirst().allowed() && method.hasMethodAnnotation(Costly.class)) {
            standing.add(rates.count(actor, costly));
        }
        return standing;
    }

    private static void admit(List<RateStatus> standing) {
        RateStatus last = standing.getLast();
        if (!last.allowed()) {
            throw last.refusal();
        }
    }
}
