package dev.assay.admin.shell;

import dev.assay.hiring.platform.limits.Uploads;
import dev.assay.hiring.platform.problem.TraceIdFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages for trouble, wherever it arose: in a controller, in a filter, or at no page at all. */
@Component
class TroublePages implements ErrorViewResolver {

    private final Shells shells;
    private final Words words;

    TroublePages(Shells shells, Words words) {
        this.shells = shells;
        this.words = words;
    }

    @Override
    public ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return of(request, status);
    }

    ModelAndView of(HttpServletRequest request, HttpStatus status) {
        return of(request, status, usual(request, status));
    }

    ModelAndView of(HttpServletRequest request, HttpStatus status, Trouble trouble) {
        ModelAndView page = new ModelAndView(Trouble.VIEW, status);
        page.addObject(Trouble.ATTRIBUTE, trouble);
        page.addObject("shell", shells.of(request));
        return page;
    }

    @Nullable Viewer viewer(HttpServletRequest request) {
        return shells.of(request).viewer();
    }

    private Trouble usual(HttpServletRequest request, HttpStatus status) {
        // A form that is too large is not read at all, so what is missed in it is not the trouble.
        if (status.is4xxClientError() && request.getContentLengthLong() > Uploads.LARGEST_FORM) {
            return said("info", "too-large");
        }
        return switch (status) {
            case NOT_FOUND -> said("info", "not-found");
            case CONFLICT -> said("unsure", "conflict");
            case SERVICE_UNAVAILABLE -> unavailable(request);
            case FORBIDDEN -> said("blocked", "form-too-old");
            default -> status.is5xxServerError() ? broken(request) : said("info", "bad-request");
        };
    }

    private Trouble said(String icon, String key) {
        return new Trouble(
                icon,
                words.say("trouble." + key + ".title"),
                words.say("trouble." + key + ".text"),
                null,
                null);
    }

    private Trouble unavailable(HttpServletRequest request) {
        @Nullable String retry = Shells.isRepeatable(request) ? shells.of(request).here() : null;
        return new Trouble(
                "unsure",
                words.say("trouble.unavailable.title"),
                words.say("trouble.unavailable.text"),
                retry,
                TraceIdFilter.traceId(request));
    }

    private Trouble broken(HttpServletRequest request) {
        @Nullable String retry = Shells.isRepeatable(request) ? shells.of(request).here() : null;
        return new Trouble(
                "failed",
                words.say("trouble.broken.title"),
                words.say("trouble.broken.text"),
                retry,
                TraceIdFilter.traceId(request));
    }
}
