package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.platform.persistence.DatabaseUnavailable;
import dev.assay.hiring.platform.security.CallingActor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Around every call that carries a key: whatever became of it, its claim is settled before the
 * caller hears of it. A deed that was done has its answer stored already; a final refusal is stored
 * here; after anything else, nothing was done and the key is given back.
 */
@Component
class KeyedCallFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(KeyedCallFilter.class);

    private static final List<String> STORED_HEADERS =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.LOCATION,
                    HttpHeaders.ETAG,
                    HttpHeaders.LINK);

    /** Refusals of the caller or of the moment, not of the call. */
    private static final Set<Integer> NOT_FINAL = Set.of(401, 408, 425, 429);

    private final IdempotencyLedger ledger;

    KeyedCallFilter(IdempotencyLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/v1/")
                || request.getHeader(IdempotencyKey.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        KeyedRequest keyed = new KeyedRequest(request);
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(keyed, held);
            answered = true;
        } finally {
            boolean complete = answered;
            claim(keyed, complete, held).ifPresent(claim -> conclude(claim, complete, held));
        }
        held.copyBodyToResponse();
    }

    /** A call that is refused before its key was claimed claims it to store that. */
    private Optional<Claim> claim(
            KeyedRequest keyed, boolean answered, ContentCachingResponseWrapper held) {
        if (keyed.deferred().isEmpty() || !answered || !isFinalRefusal(held)) {
            return keyed.claim();
        }
        try {
            return ledger.claim(CallingActor.of(keyed), keyed.takeDeferred())
                            instanceof ClaimOutcome.Claimed(var claim)
                    ? Optional.of(claim)
                    : Optional.empty();
        } catch (DatabaseUnavailable failure) {
            LOG.warn("a refusal is not stored", failure);
            return Optional.empty();
        }
    }

    /** When the database is gone now, the lease runs out by itself, and nothing was done. */
    private void conclude(Claim claim, boolean answered, ContentCachingResponseWrapper held) {
        try {
            if (answered && isFinalRefusal(held)) {
                ledger.refuse(claim, answer(held));
            } else {
                ledger.release(claim);
            }
        } catch (DatabaseUnavailable failure) {
            LOG.warn("a claim is left to run out", failure);
        }
    }

    private static boolean isFinalRefusal(HttpServletResponse response) {
        int status = response.getStatus();
        return status >= 400
                && status < 500
                && !NOT_FINAL.contains(status)
                && !response.containsHeader(HttpHeaders.RETRY_AFTER);
    }

    private static Answer answer(ContentCachingResponseWrapper held) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : STORED_HEADERS) {
            if (held.containsHeader(name)) {
                headers.put(name, List.copyOf(held.getHeaders(name)));
            }
        }
        String contentType = held.getContentType();
        if (contentType != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, List.of(contentType));
        }
        return new Answer(held.getStatus(), headers, held.getContentAsByteArray());
    }
}
