package dev.assay.hiring.candidates.web;

import dev.assay.hiring.candidates.ConfirmationLink;
import dev.assay.hiring.candidates.EmailConfirmations;
import dev.assay.hiring.platform.pages.PersonalPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the link in the mail. Looking at it changes nothing: mail scanners follow every
 * link, and only the button confirms.
 */
@Controller
@RequestMapping("/me/confirm")
class ConfirmationController {

    private final EmailConfirmations confirmations;
    private final PersonalPages pages;

    ConfirmationController(EmailConfirmations confirmations, PersonalPages pages) {
        this.confirmations = confirmations;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<String> look(
            @RequestParam(name = "t", defaultValue = "") String token, HttpServletRequest request) {
        return pages.admitted(request, () -> page(confirmations.look(token), token));
    }

    @PostMapping
    ResponseEntity<String> confirm(
            @RequestParam(name = "t", defaultValue = "") String token, HttpServletRequest request) {
        return pages.admitted(request, () -> page(confirmations.confirm(token), token));
    }

    private ResponseEntity<String> page(ConfirmationLink link, String token) {
        return switch (link) {
            case ConfirmationLink.Open(String employer) ->
                    pages.page(
                            "confirm", HttpStatus.OK, Map.of("employer", employer, "token", token));
            case ConfirmationLink.Done(String employer) ->
                    pages.message(
                            HttpStatus.OK,
                            "Your address is confirmed",
                            "Thank you. Credentials that were issued to it now count in your application to %s. There is nothing more to do."
                                    .formatted(employer));
            case ConfirmationLink.Expired() ->
                    pages.message(
                            HttpStatus.GONE,
                            "This link has expired",
                            "Nothing was confirmed. Please write to the employer you applied to: they can confirm your address too.");
            case ConfirmationLink.Unknown() ->
                    pages.message(
                            HttpStatus.NOT_FOUND,
                            "This link does not work",
                            "Perhaps a part of it was lost on the way. Please open it from the mail once more, or copy all of it.");
        };
    }
}
