package dev.assay.admin.shell;

import dev.assay.hiring.platform.persistence.DatabaseUnavailable;
import dev.assay.hiring.platform.problem.TraceIdFilter;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.StaleVersion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns what went wrong in a page into a page. Messages of exceptions we did not write are never
 * shown.
 */
@ControllerAdvice(basePackages = "dev.assay.admin")
@Order(Ordered.HIGHEST_PRECEDENCE)
class TroubleAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleAdvice.class);

    private static final String RETRY_AFTER_SECONDS = "5";

    private final TroublePages pages;
    private final Words words;

    TroubleAdvice(TroublePages pages, Words words) {
        this.pages = pages;
        this.words = words;
    }

    @ExceptionHandler
    ModelAndView notFound(NotFound failure, HttpServletRequest request) {
        return pages.of(request, HttpStatus.NOT_FOUND);
    }

    /** An id that is no UUID names nothing, like an id that is not there. */
    @ExceptionHandler
    ModelAndView noSuchId(MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
        return pages.of(request, HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView denied(PermissionDenied failure, HttpServletRequest request) {
        @Nullable Viewer viewer = pages.viewer(request);
        if (viewer == null) {
            return pages.of(request, HttpStatus.FORBIDDEN);
        }
        String who =
                failure.permission().roles().stream()
                        .map(this::role)
                        .sorted()
                        .collect(Collectors.joining(" or "));
        String text =
                words.say("trouble.forbidden.text", viewer.role(), viewer.employerName(), who);
        return pages.of(
                request,
                HttpStatus.FORBIDDEN,
                new Trouble("blocked", words.say("trouble.forbidden.title"), text, null, null));
    }

    @ExceptionHandler
    ModelAndView stale(StaleVersion failure, HttpServletRequest request) {
        return pages.of(request, HttpStatus.CONFLICT);
    }

    /** Our own refusals are written for people. */
    @ExceptionHandler
    ModelAndView conflict(Conflict failure, HttpServletRequest request) {
        return refused(request, HttpStatus.CONFLICT, failure);
    }

    @ExceptionHandler
    ModelAndView invalid(InvalidInput failure, HttpServletRequest request) {
        return pages.of(request, HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ModelAndView unavailable(
            DatabaseUnavailable failure, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("the database could not serve a page", failure);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return pages.of(request, HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** The web edge: Spring's own refusals keep their status, the rest is ours and logged. */
    @ExceptionHandler
    ModelAndView anything(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse refusal) {
            return pages.of(request, HttpStatus.valueOf(refusal.getStatusCode().value()));
        }
        LOG.error("a page failed, trace id {}", TraceIdFilter.traceId(request), failure);
        return pages.of(request, HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private ModelAndView refused(
            HttpServletRequest request, HttpStatus status, RuntimeException failure) {
        String text = String.valueOf(failure.getMessage());
        return pages.of(
                request,
                status,
                new Trouble("unsure", words.say("trouble.refused.title"), text, null, null));
    }

    private String role(EmployerRole role) {
        return words.say("role." + role.wireName());
    }
}
