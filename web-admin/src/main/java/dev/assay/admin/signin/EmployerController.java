package dev.assay.admin.signin;

import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.Trouble;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.platform.security.Employer;
import dev.assay.hiring.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a person of several employers say for which one they work now. */
@Controller
class EmployerController {

    static final String PATH = "/console/employer";

    private final EmployerOfSession employers;
    private final Words words;

    EmployerController(EmployerOfSession employers, Words words) {
        this.employers = employers;
        this.words = words;
    }

    @GetMapping(PATH)
    String ask(@AuthenticationPrincipal OidcUser user, Model model, HttpServletResponse response) {
        List<Employer> choices = employers.choices(user);
        if (choices.isEmpty()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            model.addAttribute(Trouble.ATTRIBUTE, noEmployer());
            return Trouble.VIEW;
        }
        model.addAttribute("employers", choices);
        return "signin/choose";
    }

    @PostMapping(PATH)
    String choose(
            @AuthenticationPrincipal OidcUser user,
            @RequestParam String alias,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Employer chosen =
                employers.choices(user).stream()
                        .filter(employer -> employer.alias().equals(alias))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("employer"));
        employers.remember(request, chosen);
        Flash.done(words.say("flash.employer", chosen.name())).after(redirect);
        return "redirect:/console";
    }

    private Trouble noEmployer() {
        return new Trouble(
                "blocked",
                words.say("trouble.no-employer.title"),
                words.say("trouble.no-employer.text"),
                null,
                null);
    }
}
