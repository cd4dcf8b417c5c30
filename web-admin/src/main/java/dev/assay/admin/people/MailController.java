package dev.assay.admin.people;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.platform.mail.MailEntry;
import dev.assay.hiring.platform.mail.MailId;
import dev.assay.hiring.platform.mail.Mails;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was mailed for this employer, and what became of it. */
@Controller
@RequestMapping(MailController.PATH)
class MailController {

    static final String PATH = "/console/people/mail";

    private final Mails mails;
    private final PeopleWords people;

    MailController(Mails mails, PeopleWords people) {
        this.mails = mails;
        this.people = people;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        Page<MailEntry> page =
                mails.list(
                        signedIn.actor(),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        PageSize.DEFAULT);
        model.addAttribute("mails", page.items().stream().map(people::row).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("tabs", PeopleController.tabs(signedIn.actor(), PATH));
        return "people/mails";
    }

    @GetMapping("/{id}")
    String mail(SignedIn signedIn, @PathVariable UUID id, Model model) {
        var mail = new MailId(id);
        MailEntry entry = mails.get(signedIn.actor(), mail);
        model.addAttribute("mail", people.row(entry));
        model.addAttribute("text", mails.text(signedIn.actor(), mail).orElse(null));
        model.addAttribute("absence", people.absence(entry.state()));
        model.addAttribute(
                "trail",
                List.of(new Crumb("People", PeopleController.PATH), new Crumb("Mail", PATH)));
        return "people/mail";
    }
}
