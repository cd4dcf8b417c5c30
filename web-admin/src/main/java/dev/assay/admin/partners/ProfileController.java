package dev.assay.admin.partners;

import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.PartnerTabs;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.postings.EmployerProfile;
import dev.assay.hiring.postings.EmployerProfiles;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What this employer's postings say of itself. */
@Controller
@RequestMapping(PartnerTabs.PROFILE)
class ProfileController {

    private final EmployerProfiles profiles;
    private final Words words;

    ProfileController(EmployerProfiles profiles, Words words) {
        this.profiles = profiles;
        this.words = words;
    }

    @GetMapping
    String profile(SignedIn signedIn, Model model) {
        Actor actor = signedIn.actor();
        actor.require(Permission.READ_PARTNERS);
        return show(model, signedIn, ProfileForm.of(profiles.get(actor)));
    }

    @PostMapping
    String change(
            SignedIn signedIn,
            @ModelAttribute ProfileForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.MANAGE_PARTNERS);
        try {
            profiles.change(actor, form.profile());
            Flash.done(words.say("flash.profile.changed")).after(redirect);
            return "redirect:" + PartnerTabs.PROFILE;
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormFault.show(model, refused, "profile.field.", words);
            return show(model, signedIn, form);
        } catch (StaleVersion _) {
            EmployerProfile theirs = profiles.get(actor);
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("theirs", ProfileForm.of(theirs));
            return show(model, signedIn, form.over(theirs));
        }
    }

    private static String show(Model model, SignedIn signedIn, ProfileForm form) {
        model.addAttribute("form", form);
        model.addAttribute("employer", signedIn.viewer().employerName());
        model.addAttribute("mayManage", signedIn.actor().may(Permission.MANAGE_PARTNERS));
        model.addAttribute("tabs", PartnerTabs.of(signedIn.actor(), PartnerTabs.PROFILE));
        return "partners/profile";
    }
}
