package dev.assay.admin.partners;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.PartnerTabs;
import dev.assay.admin.shell.Typed;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.boards.Board;
import dev.assay.hiring.boards.BoardConnections;
import dev.assay.hiring.boards.NewBoardSecret;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which boards push applications as a partner, and the secrets they sign with. */
@Controller
@RequestMapping(PartnerTabs.BOARDS + "/{id}/connections")
class ConnectionController {

    private static final String BACK = "redirect:" + PartnerTabs.BOARDS + "/";
    private static final Pattern SECRET = Pattern.compile(BoardConnections.SECRET);

    private final BoardConnections connections;
    private final ConnectionWords boards;
    private final Words words;

    ConnectionController(BoardConnections connections, ConnectionWords boards, Words words) {
        this.connections = connections;
        this.boards = boards;
        this.words = words;
    }

    /** The secret is on this answer and never again, so it is no page to come back to. */
    @PostMapping
    String add(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam String board,
            @RequestParam(defaultValue = "") String secret,
            Model model,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        Board named = named(board);
        if (!isFit(secret)) {
            return refused(id, redirect, "board.secret-unfit");
        }
        try {
            return secret(
                    model, id, connections.add(actor, new PartnerId(id), named, given(secret)));
        } catch (Conflict connected) {
            return refused(id, redirect, "board." + connected.code());
        }
    }

    @PostMapping("/{board}/secret")
    String changeSecret(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable String board,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "24") int hours,
            Model model,
            RedirectAttributes redirect) {
        if (!isFit(secret)) {
            return refused(id, redirect, "board.secret-unfit");
        }
        return secret(
                model,
                id,
                connections.changeSecret(
                        signedIn.actor(),
                        new PartnerId(id),
                        named(board),
                        given(secret),
                        Duration.ofHours(hours)));
    }

    @PostMapping("/{board}/enabled")
    String enable(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable String board,
            @RequestParam int version,
            @RequestParam boolean enabled,
            RedirectAttributes redirect) {
        try {
            connections.change(
                    signedIn.actor(),
                    new PartnerId(id),
                    named(board),
                    new Version(version),
                    enabled);
        } catch (StaleVersion _) {
            return refused(id, redirect, "partner.stale");
        }
        Flash.done(words.say(enabled ? "flash.board.enabled" : "flash.board.disabled"))
                .after(redirect);
        return BACK + id;
    }

    private String secret(Model model, UUID id, NewBoardSecret made) {
        String partner = PartnerTabs.BOARDS + "/" + id;
        model.addAttribute("connection", boards.row(made.connection()));
        model.addAttribute("secret", made.secret());
        model.addAttribute("back", partner);
        model.addAttribute("trail", List.of(new Crumb("Job boards", PartnerTabs.BOARDS)));
        return "partners/connection";
    }

    private String refused(UUID id, RedirectAttributes redirect, String why) {
        Flash.failed(words.say(why)).after(redirect);
        return BACK + id;
    }

    private static Board named(String board) {
        return Board.ofWireName(board).orElseThrow(() -> new NotFound("board"));
    }

    private static Optional<String> given(String secret) {
        return Optional.of(Typed.text(secret)).filter(text -> !text.isEmpty());
    }

    private static boolean isFit(String secret) {
        return given(secret).filter(text -> !SECRET.matcher(text).matches()).isEmpty();
    }
}
