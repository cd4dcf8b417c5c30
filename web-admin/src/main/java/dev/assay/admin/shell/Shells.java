package dev.assay.admin.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
                    new NavEntry("people", "People", "/console/people", "person", 0),
                    new NavEntry("trust", "Trust", "/console/trust", "trust", 0),
                    new NavEntry("policies", "Scoring", "/console/policies", "badge", 0));
    private static final NavEntry PARTNERS =
            new NavEntry("partners", "Partners", PartnerTabs.BOARDS, "partners", 0);
    private static final NavEntry AUDIT =
            new NavEntry("audit", "Audit", "/console/audit", "open", 0);

    /** Tells the frame of this request who is looking. */
    public void show(HttpServletRequest request, Viewer viewer) {
        request.setAttribute(VIEWER, viewer);
    }

    public Shell of(HttpServletRequest request) {
        Viewer viewer = request.getAttribute(VIEWER) instanceof Viewer shown ? shown : null;
        return new Shell(
                current(path(request)), here(request), theme(request), entries(viewer), viewer);
    }

    /** What is closed to somebody for good is no entry for them. */
    private static List<NavEntry> entries(@Nullable Viewer viewer) {
        List<NavEntry> entries = new ArrayList<>(ENTRIES);
        if (viewer != null && viewer.readsPartners()) {
            entries.add(PARTNERS);
        }
        if (viewer != null && viewer.readsAudit()) {
            entries.add(AUDIT);
        }
        return entries;
    }

    private static Theme theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, THEME_COOKIE);
        return Theme.of(cookie == null ? null : cookie.getValue()).orElse(Theme.SYSTEM);
    }

    private static String current(String path) {
        if (path.startsWith("/console/jobs")
                || path.startsWith("/console/applications")
                || path.startsWith("/console/pipeline")) {
            return "jobs";
        }
        if (path.startsWith("/console/people")) {
            return "people";
        }
        if (path.startsWith("/console/trust")) {
            return "trust";
        }
        if (path.startsWith(ScoringTabs.POLICIES)
                || path.startsWith(ScoringTabs.RUBRICS)
                || path.startsWith(ScoringTabs.SKILLS)) {
            return "policies";
        }
        if (path.startsWith(PartnerTabs.BOARDS)
                || path.startsWith(PartnerTabs.WEBHOOKS)
                || path.startsWith(PartnerTabs.PROFILE)) {
            return "partners";
        }
        if (path.startsWith("/console/audit")) {
            return "audit";
        }
        return path.equals("/console")
                        || path.startsWith("/console/flags")
                        || path.startsWith("/console/disputes")
                ? "home"
                : "";
    }

    /** Whether what was asked for can be asked for again without doing anything twice. */
    static boolean isRepeatable(HttpServletRequest request) {
        return asked(request, RequestDispatcher.ERROR_METHOD, request.getMethod()).equals("GET");
    }

    /** Only a page that can be asked for again is a place to come back to. */
    private static String here(HttpServletRequest request) {
        if (!isRepeatable(request)) {
            return "/console";
        }
        String query =
                asked(
                        request,
                        RequestDispatcher.ERROR_QUERY_STRING,
                        Objects.requireNonNullElse(request.getQueryString(), ""));
        return path(request) + (query.isEmpty() ? "" : "?" + query);
    }

    private static String path(HttpServletRequest request) {
        return asked(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
    }

    /** While an error page is made, the request is for that; these still know what was asked. */
    private static String asked(HttpServletRequest request, String attribute, String now) {
        return request.getAttribute(attribute) instanceof String before ? before : now;
    }
}
