package dev.assay.admin.signin;

import dev.assay.admin.shell.Trouble;
import dev.assay.admin.shell.Words;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages outside the session: after it, and when it could not begin. */
@Controller
class SignedOutController {

    static final String SIGNED_OUT = "/console/signed-out";
    static final String FAILED = "/console/sign-in-failed";

    static final String AWAY = "/console/sign-in-unavailable";

    private static final String RETRY_AFTER_SECONDS = "10";

    private final Words words;

    SignedOutController(Words words) {
        this.words = words;
    }

    @GetMapping(SIGNED_OUT)
    String signedOut() {
        return "signin/signed-out";
    }

    @GetMapping(FAILED)
    String failed(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        return trouble(model, "sign-in");
    }

    @GetMapping(AWAY)
    String away(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return trouble(model, "sign-in-away");
    }

    private String trouble(Model model, String key) {
        model.addAttribute(
                Trouble.ATTRIBUTE,
                new Trouble(
                        "failed",
                        words.say("trouble." + key + ".title"),
                        words.say("trouble." + key + ".text"),
                        "/console",
                        null));
        return Trouble.VIEW;
    }
}
