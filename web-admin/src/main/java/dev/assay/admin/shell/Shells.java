package dev.assay.admin.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Draws up the frame for a request: where in the console it is, who is looking, in which theme. */
@Component
public class Shells {

    static final String THEME_COOKIE = "assay-theme";

    private static final String VIEWER = Shells.class.getName() + ".viewer";

    // An entry appears when its page exists.
    private static final List<NavEntry> ENTRIES =
            List.of(
                    new NavEntry("home", "Home", "/console", "home", 0),
                    new NavEntry("jobs", "Jobs", "/console/jobs", "jobs", 0),
                    new NavEntry("trust", "Trust", "/console/trust", "trust", 0));

    /** Tells the frame of this request who is looking. */
    public void show(HttpServletRequest request, Viewer viewer) {
        request.setAttribute(VIEWER, viewer);
    }

    public Shell of(HttpServletRequest request) {
        return new Shell(
                current(request.getRequestURI()),
                here(request),
                theme(request),
                ENTRIES,
                request.getAttribute(VIEWER) instanceof Viewer viewer ? viewer : null);
    }

    private static Theme theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, THEME_COOKIE);
        return Theme.of(cookie == null ? null : cookie.getValue()).orElse(Theme.SYSTEM);
    }

    private static String current(String path) {
        if (path.startsWith("/console/jobs") || path.startsWith("/console/applications")) {
            return "jobs";
        }
        if (path.startsWith("/console/trust")) {
            return "trust";
        }
        return path.equals("/console") ? "home" : "";
    }

    /** Only a page that can be asked for again is a place to come back to. */
    private static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "/console";
        }
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
