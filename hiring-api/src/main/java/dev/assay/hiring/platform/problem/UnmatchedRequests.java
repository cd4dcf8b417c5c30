package dev.assay.hiring.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Problem documents for calls under {@code /v1} that no endpoint took: an unknown path, a method or
 * media type it does not have. {@link ProblemAdvice} only sees what fails inside a controller.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnmatchedRequests implements HandlerExceptionResolver {

    private final ProblemWriter problems;

    UnmatchedRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        String path = request.getRequestURI();
        boolean ours = path.equals("/v1") || path.startsWith("/v1/");
        boolean taken = handler instanceof HandlerMethod;
        if (!ours || taken || !(failure instanceof ErrorResponse refusal)) {
            return null;
        }
        HttpStatus status = HttpStatus.valueOf(refusal.getStatusCode().value());
        refusal.getHeaders()
                .forEach(
                        (name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            problems.write(
                    request,
                    response,
                    status,
                    ProblemWriter.code(status),
                    ProblemWriter.detail(refusal, status));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }
}
