package dev.assay.hiring.candidates.web;

import dev.assay.hiring.candidates.ConfirmationLink;
import dev.assay.hiring.candidates.EmailConfirmations;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final EmailConfirmations confirmations;
    private final ConfirmationThrottle throttle;

    ConfirmationController(EmailConfirmations confirmations, ConfirmationThrottle throttle) {
        this.confirmations = confirmations;
        this.throttle = throttle;
    }

    @GetMapping
    ResponseEntity<String> look(
            @RequestParam(name = "t", defaultValue = "") String token, HttpServletRequest request) {
        return throttle.admits(request.getRemoteAddr())
                ? page(confirmations.look(token), token)
                : answer(HttpStatus.TOO_MANY_REQUESTS, ConfirmationPage.tooMany());
    }

    @PostMapping
    ResponseEntity<String> confirm(
            @RequestParam(name = "t", defaultValue = "") String token, HttpServletRequest request) {
        return throttle.admits(request.getRemoteAddr())
                ? page(confirmations.confirm(token), token)
                : answer(HttpStatus.TOO_MANY_REQUESTS, ConfirmationPage.tooMany());
    }

    private static ResponseEntity<String> page(ConfirmationLink link, String token) {
        return switch (link) {
            case ConfirmationLink.Open(String employer) ->
                    answer(HttpStatus.OK, ConfirmationPage.open(employer, token));
            case ConfirmationLink.Done(String employer) ->
                    answer(HttpStatus.OK, ConfirmationPage.done(employer));
            case ConfirmationLink.Expired() -> answer(HttpStatus.GONE, ConfirmationPage.expired());
            case ConfirmationLink.Unknown() ->
                    answer(HttpStatus.NOT_FOUND, ConfirmationPage.unknown());
        };
    }

    private static ResponseEntity<String> answer(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(html);
    }
}
