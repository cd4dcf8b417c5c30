package dev.assay.hiring.platform.telemetry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line for each request: method, the pattern of its path, status and how long it took. Never
 * the path itself, its query, a header or a body: people's names and addresses turn up in all of
 * them. The trace id of the line leads to what else was logged.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestLog extends OncePerRequestFilter {

    /** What turns it off: {@code logging.level.assay.access=off}. */
    static final String LOGGER = "assay.access";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Probes and scrapes come every few seconds, and the console's files with every page.
        String path = request.getRequestURI();
        return path.startsWith("/actuator")
                || path.startsWith("/assets/")
                || path.startsWith("/webjars/")
                || path.equals("/livez")
                || path.equals("/readyz");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            log(request, response.getStatus(), Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private static void log(HttpServletRequest request, int status, Duration duration) {
        // A method may be any word, and so may carry anything.
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        String route =
                Objects.toString(
                        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                        "unmatched");
        LOG.atInfo()
                .addKeyValue("http.request.method", method)
                .addKeyValue("http.route", route)
                .addKeyValue("http.response.status_code", status)
                .addKeyValue("event.duration", duration.toNanos())
                .log("{} {} {} in {} ms", method, route, status, duration.toMillis());
    }
}
