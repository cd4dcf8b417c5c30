package dev.assay.hiring.platform.web;

import dev.assay.hiring.platform.problem.NotImplemented;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses {@code Idempotency-Key} for as long as keys are not kept: a caller who sends one relies
 * on it, would repeat a call that seems lost, and make a second job or application.
 */
@Component
class IdempotencyKeyRule implements HandlerInterceptor {

    private static final String HEADER = "Idempotency-Key";

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getHeader(HEADER) != null && request.getMethod().equals("POST")) {
            throw new NotImplemented(
                    "idempotency-key",
                    "This version does not keep idempotency keys, so a repeated call would be done"
                            + " twice. Nothing was done. Send it without the header "
                            + HEADER
                            + ".");
        }
        return true;
    }
}
