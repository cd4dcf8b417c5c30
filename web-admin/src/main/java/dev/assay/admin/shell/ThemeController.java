package dev.assay.admin.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the chosen theme in a cookie, so that it needs no script and no account. */
@Controller
class ThemeController {

    // A page of the console and nothing else: no other host, no scheme, no line break.
    private static final Pattern PAGE = Pattern.compile("/console(?:[/?][\\w/?&=.%~:+-]*)?");

    @PostMapping("/console/theme")
    String choose(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/console") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Theme chosen = Theme.of(theme).orElse(Theme.SYSTEM);
        ResponseCookie cookie =
                ResponseCookie.from(Shells.THEME_COOKIE, chosen.value())
                        .path("/console")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + backTo(back);
    }

    static String backTo(String page) {
        return PAGE.matcher(page).matches() && !page.contains("..") ? page : "/console";
    }
}
