package dev.assay.hiring.platform.problem;

import dev.assay.hiring.platform.trace.TraceId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a trace id: the one in a valid {@code traceparent} (W3C Trace Context), else
 * a new one. Logs, problem documents and the header {@code Trace-Id} carry it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class TraceIdFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = TraceIdFilter.class.getName();

    /** The trace id of a request that passed this filter. */
    public static String traceId(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }

    /** Gives a request its trace id, and tells the caller. */
    static TraceId assign(HttpServletRequest request, HttpServletResponse response) {
        TraceId traceId =
                TraceId.incoming(request.getHeader("traceparent")).orElseGet(TraceId::next);
        request.setAttribute(ATTRIBUTE, traceId);
        response.setHeader("Trace-Id", traceId.value());
        return traceId;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TraceId traceId = assign(request, response);
        try (MDC.MDCCloseable _ = MDC.putCloseable(TraceId.LOG_KEY, traceId.value())) {
            chain.doFilter(request, response);
        }
    }
}
