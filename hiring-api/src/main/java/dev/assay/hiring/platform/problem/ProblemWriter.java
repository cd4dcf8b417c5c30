package dev.assay.hiring.platform.problem;

import dev.assay.hiring.shared.InvalidInput.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes problem documents, and writes them where no controller is in play (filters,
 * authentication).
 */
@Component
public class ProblemWriter {

    static final String RETRY_AFTER_SECONDS = "5";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** A problem document for this request. */
    public Problem problem(
            HttpServletRequest request,
            HttpStatus status,
            String code,
            String detail,
            List<Fault> errors) {
        return new Problem(
                Problem.TYPE_BASE + code,
                status.getReasonPhrase(),
                status.value(),
                detail,
                errors,
                TraceIdFilter.traceId(request));
    }

    /** The code of a refusal that Spring decided on. */
    static String code(HttpStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What Spring says about its refusal. */
    static String detail(ErrorResponse refusal, HttpStatus status) {
        return Objects.requireNonNullElse(refusal.getBody().getDetail(), status.getReasonPhrase());
    }

    /** Writes a problem as the whole response. */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(problem(request, status, code, detail, List.of())));
    }

    /**
     * 401 with the challenge of RFC 6750, clause 3; while a token cannot be checked at all, 503.
     */
    public void unauthorized(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) {
            unavailable(request, response, "The token cannot be checked right now.");
        } else if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            challenge(
                    request,
                    response,
                    "Bearer",
                    "Send a token in the header Authorization: Bearer.");
        } else {
            challenge(
                    request,
                    response,
                    "Bearer error=\"invalid_token\"",
                    "The token is not valid: it is malformed, expired, or not from this realm and for this API.");
        }
    }

    private void challenge(
            HttpServletRequest request,
            HttpServletResponse response,
            String challenge,
            String detail)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        write(request, response, HttpStatus.UNAUTHORIZED, "unauthorized", detail);
    }

    private void unavailable(
            HttpServletRequest request, HttpServletResponse response, String detail)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail);
    }
}
