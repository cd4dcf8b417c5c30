package dev.assay.admin.audit;

import dev.assay.admin.people.PersonNames;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.platform.audit.AuditEntry;
import dev.assay.hiring.platform.audit.AuditLog;
import dev.assay.hiring.platform.audit.Checkpoint;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who did what, for whoever has to answer for it: found, compared, recomputed, carried away. */
@Controller
@RequestMapping(AuditController.PATH)
class AuditController {

    static final String PATH = "/console/audit";

    private final AuditLog audit;
    private final PersonNames people;
    private final AuditWords words;
    private final JsonMapper json;

    AuditController(AuditLog audit, PersonNames people, AuditWords words, JsonMapper json) {
        this.audit = audit;
        this.people = people;
        this.words = words;
        this.json = json;
    }

    @GetMapping
    String list(
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam Optional<String> after,
            Model model) {
        var question = new AuditQuestion(action, subject, from, until);
        Page<AuditEntry> page =
                audit.list(
                        signedIn.actor(),
                        question.filter(),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        PageSize.DEFAULT);
        Map<UUID, String> names =
                people.of(
                        signedIn.actor(),
                        page.items().stream()
                                .flatMap(entry -> PersonNames.subject(entry.actor()).stream())
                                .distinct()
                                .toList());
        model.addAttribute(
                "rows", page.items().stream().map(entry -> words.row(entry, names)).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("question", question);
        model.addAttribute("faults", question.faults());
        return "audit/list";
    }

    @GetMapping("/verification")
    String verify(
            SignedIn signedIn,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "") String hash,
            Model model) {
        var from = hash.isEmpty() ? Checkpoint.BEGINNING : new Checkpoint(after, hash);
        model.addAttribute("note", words.note(audit.verify(signedIn.actor(), from)));
        model.addAttribute("trail", List.of(new Crumb("Audit trail", PATH)));
        return "audit/verification";
    }

    /** As the API gives it out, one row a line, with all that is needed to recompute it. */
    @GetMapping("/export")
    void export(SignedIn signedIn, HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
        OutputStream body = response.getOutputStream();
        audit.export(signedIn.actor(), 0, line -> write(body, line));
    }

    private void write(OutputStream body, ObjectNode line) {
        try {
            body.write((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
