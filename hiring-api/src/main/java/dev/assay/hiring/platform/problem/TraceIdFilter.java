package dev.assay.hiring.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String INVALID = "0".repeat(32);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The trace id of a request that passed this filter. */
    public static String traceId(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }

    /** Gives a request its trace id, and tells the caller. */
    static String assign(HttpServletRequest request, HttpServletResponse response) {
        String traceId = incoming(request.getHeader("traceparent"));
        request.setAttribute(ATTRIBUTE, traceId);
        response.setHeader("Trace-Id", traceId);
        return traceId;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String traceId = assign(request, response);
        try (MDC.MDCCloseable _ = MDC.putCloseable("traceId", traceId)) {
            chain.doFilter(request, response);
        }
    }

    private static String incoming(@org.jspecify.annotations.Nullable String traceparent) {
        if (traceparent != null) {
            Matcher matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches() && !matcher.group(1).equals(INVALID)) {
                return matcher.group(1);
            }
        }
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
