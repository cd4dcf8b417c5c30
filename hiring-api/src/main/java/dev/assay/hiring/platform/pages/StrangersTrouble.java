package dev.assay.hiring.platform.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What people without an account see where there is no page, or one broke: a page like those around
 * it, which shows under their strict headers. It says nothing of what failed, and leaves all other
 * addresses to the console.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StrangersTrouble implements ErrorViewResolver {

    private static final String PERSONAL = "/me";
    private static final List<String> PUBLIC = List.of("/jobs", "/feeds");

    private final PersonalPages pages;

    StrangersTrouble(PersonalPages pages) {
        this.pages = pages;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (isBelow(PERSONAL, path)) {
            return shown("message", status);
        }
        return PUBLIC.stream().anyMatch(root -> isBelow(root, path))
                ? shown("posting-over", status)
                : null;
    }

    private ModelAndView shown(String template, HttpStatus status) {
        Said said = said(status);
        String page =
                String.valueOf(
                        pages.page(
                                        template,
                                        status,
                                        Map.of(
                                                "title",
                                                said.title(),
                                                "sentence",
                                                said.sentence(),
                                                "hidden",
                                                true))
                                .getBody());
        ModelAndView shown =
                new ModelAndView((_, _, response) -> {
                    response.setContentType("text/html;charset=UTF-8");
                    response.getWriter().write(page);
                });
        shown.setStatus(status);
        return shown;
    }

    private static Said said(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return new Said(
                    "There is no such page", "Perhaps a part of the address was lost on the way.");
        }
        return status.is5xxServerError()
                ? new Said(
                        "This does not work at the moment",
                        "The fault is ours. Please try again in a few minutes.")
                : new Said(
                        "That could not be understood",
                        "Nothing was changed. Please go back and try once more.");
    }

    private static boolean isBelow(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private record Said(String title, String sentence) {}
}
