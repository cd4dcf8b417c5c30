package dev.assay.admin.signin;

import dev.assay.admin.shell.Trouble;
import dev.assay.admin.shell.Words;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The two pages outside the session: after it, and when it could not begin. */
@Controller
class SignedOutController {

    static final String SIGNED_OUT = "/console/signed-out";
    static final String FAILED = "/console/sign-in-failed";

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
        model.addAttribute(
                Trouble.ATTRIBUTE,
                new Trouble(
                        "failed",
                        words.say("trouble.sign-in.title"),
                        words.say("trouble.sign-in.text"),
                        "/console",
                        null));
        return Trouble.VIEW;
    }
}
