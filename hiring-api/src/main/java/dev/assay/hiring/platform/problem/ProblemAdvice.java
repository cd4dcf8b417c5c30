package dev.assay.hiring.platform.problem;

import dev.assay.hiring.platform.persistence.DatabaseUnavailable;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.StaleVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Maps every exception once to a problem document. Messages of exceptions we did not write are
 * never shown.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter problems;

    ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Problem> badRequest(BadRequest failure, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                failure.code(),
                failure.getMessage(),
                failure.faults());
    }

    @ExceptionHandler
    ResponseEntity<Problem> employerRequired(EmployerRequired failure, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                "employer-required",
                failure.getMessage(),
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalidInput(InvalidInput failure, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-input",
                failure.getMessage(),
                failure.faults());
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongParameter(
            MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        // An id that is no UUID names nothing, like an id that is not there.
        if (failure.getRequiredType() == java.util.UUID.class) {
            return notFound(new NotFound("thing"), request);
        }
        List<Fault> faults =
                List.of(new Fault("/" + failure.getName(), "is not of the right type"));
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                "malformed-parameter",
                "A parameter is malformed.",
                faults);
    }

    @ExceptionHandler
    ResponseEntity<Problem> blankPathVariable(
            MissingPathVariableException failure, HttpServletRequest request) {
        return notFound(new NotFound("thing"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(BodyTooLarge failure, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                failure.getMessage(),
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> notFound(NotFound failure, HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, "not-found", failure.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> denied(PermissionDenied failure, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.FORBIDDEN,
                "forbidden",
                "This " + failure.getMessage() + ".",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> denied(AccessDeniedException failure, HttpServletRequest request) {
        return answer(request, HttpStatus.FORBIDDEN, "forbidden", failure.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> conflict(Conflict failure, HttpServletRequest request) {
        return answer(
                request, HttpStatus.CONFLICT, failure.code(), failure.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> stale(StaleVersion failure, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                failure.getMessage(),
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unconditional(
            PreconditionRequired failure, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.PRECONDITION_REQUIRED,
                "precondition-required",
                failure.getMessage(),
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal failure, HttpServletRequest request) {
        return answer(request, failure.status(), failure.code(), failure.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Problem> notNow(TryLater failure, HttpServletRequest request) {
        return ResponseEntity.status(failure.status())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(failure.seconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        problems.problem(
                                request,
                                failure.status(),
                                failure.code(),
                                Objects.requireNonNullElse(failure.getMessage(), "Try later."),
                                List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(DatabaseUnavailable failure, HttpServletRequest request) {
        LOG.warn("the database could not serve a request", failure);
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, ProblemWriter.RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        problems.problem(
                                request,
                                status,
                                "unavailable",
                                "The database cannot serve this right now. Try again in a moment.",
                                List.of()));
    }

    /** The web edge: Spring's own refusals keep their status, the rest is ours and logged. */
    @ExceptionHandler
    ResponseEntity<Problem> anything(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse refusal) {
            return refused(refusal, request);
        }
        LOG.error("a request failed", failure);
        return answer(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something broke on our side. The trace id finds it in our logs.",
                List.of());
    }

    private ResponseEntity<Problem> refused(ErrorResponse refusal, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(refusal.getStatusCode().value());
        return ResponseEntity.status(status)
                // Which methods or media types would do.
                .headers(refusal.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        problems.problem(
                                request,
                                status,
                                ProblemWriter.code(status),
                                ProblemWriter.detail(refusal, status),
                                List.of()));
    }

    private ResponseEntity<Problem> answer(
            HttpServletRequest request,
            HttpStatus status,
            String code,
            @Nullable String message,
            List<Fault> faults) {
        String detail = Objects.requireNonNullElse(message, status.getReasonPhrase());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.problem(request, status, code, detail, faults));
    }
}
