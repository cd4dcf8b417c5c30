package dev.assay.admin.people;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormDeeds;
import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.members.Member;
import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.members.Members;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works here, and as what. */
@Controller
@RequestMapping("/console/people")
class PeopleController {

    static final String PATH = "/console/people";

    private static final String BACK = "redirect:" + PATH;

    private final Members members;
    private final PeopleWords people;
    private final FormDeeds deeds;
    private final Words words;

    PeopleController(Members members, PeopleWords people, FormDeeds deeds, Words words) {
        this.members = members;
        this.people = people;
        this.deeds = deeds;
        this.words = words;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        Actor actor = signedIn.actor();
        Page<Member> page =
                members.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 1)), PageSize.DEFAULT);
        model.addAttribute("people", page.items().stream().map(people::row).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("mayManage", actor.may(Permission.MANAGE_MEMBERS));
        model.addAttribute("tabs", tabs(actor, PATH));
        return "people/list";
    }

    @GetMapping("/new")
    String form(SignedIn signedIn, Model model) {
        signedIn.actor().require(Permission.MANAGE_MEMBERS);
        return show(model, InvitationForm.empty());
    }

    @PostMapping
    String invite(
            SignedIn signedIn,
            @ModelAttribute InvitationForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        signedIn.actor().require(Permission.MANAGE_MEMBERS);
        try {
            Member member = members.invite(signedIn.actor(), form.invitation());
            Flash.done(words.say("flash.member.invited", PeopleWords.name(member))).after(redirect);
            return BACK;
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "faults",
                    invalid.faults().stream().map(fault -> PeopleFault.of(fault, words)).toList());
            return show(model, form);
        } catch (Conflict taken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(
                    "faults",
                    List.of(new PeopleFault("email", words.say("member." + taken.code()))));
            return show(model, form);
        }
    }

    @GetMapping("/{id}")
    String person(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Actor actor = signedIn.actor();
        actor.require(Permission.MANAGE_MEMBERS);
        PersonRow row = people.row(members.get(actor, new MemberId(id)));
        model.addAttribute("person", row);
        model.addAttribute("roles", people.choices(row.roleNames()));
        model.addAttribute("trail", List.of(new Crumb("People", PATH)));
        return "people/person";
    }

    @PostMapping("/{id}/roles")
    String changeRoles(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") List<String> roles,
            RedirectAttributes redirect) {
        var chosen = PeopleWords.chosen(roles);
        if (chosen.isEmpty()) {
            Flash.failed(words.say("member.no-role")).after(redirect);
            return BACK + "/" + id;
        }
        return changed(
                id,
                redirect,
                "flash.member.changed",
                member ->
                        members.changeRoles(
                                signedIn.actor(), member, new Version(version), chosen));
    }

    @PostMapping("/{id}/remove")
    String remove(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        return changed(
                id,
                redirect,
                "flash.member.removed",
                member -> members.remove(signedIn.actor(), member, new Version(version)));
    }

    /** What cannot be done is said on the person's page, which shows how things stand now. */
    private String changed(
            UUID id,
            RedirectAttributes redirect,
            String done,
            java.util.function.Consumer<MemberId> change) {
        boolean isDone =
                deeds.isDone(redirect, done, "member.", () -> change.accept(new MemberId(id)));
        return isDone ? BACK : BACK + "/" + id;
    }

    /** The two faces of this place; the log is for those who may read it. */
    static List<Tab> tabs(Actor actor, String current) {
        if (!actor.may(Permission.READ_MAIL)) {
            return List.of();
        }
        return List.of(
                new Tab("Members", PATH, current.equals(PATH)),
                new Tab("Mail", MailController.PATH, current.equals(MailController.PATH)));
    }

    private String show(Model model, InvitationForm form) {
        model.addAttribute("form", form);
        model.addAttribute("roles", people.choices(form.chosen()));
        model.addAttribute("trail", List.of(new Crumb("People", PATH)));
        return "people/invite";
    }
}
