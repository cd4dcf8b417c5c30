package dev.assay.hiring.platform.problem;

import dev.assay.hiring.shared.InvalidInput.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes problem documents, and writes them where no controller is in play (filters,
 * authentication).
 */
@Component
public class ProblemWriter {

    private final JsonMapper json;
    private final BearerTokenAuthenticationEntryPoint challenge =
            new BearerTokenAuthenticationEntryPoint();

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

    /** 401 with the challenge of RFC 6750. */
    public void unauthorized(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        challenge.commence(request, response, failure);
        boolean sent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        String detail =
                sent
                        ? "The token is not valid: it is malformed, expired, or not from this realm and for this API."
                        : "Send a token in the header Authorization: Bearer.";
        write(request, response, HttpStatus.UNAUTHORIZED, "unauthorized", detail);
    }
}
