package dev.assay.hiring.boards.web;

import dev.assay.hiring.boards.BoardPush;
import dev.assay.hiring.boards.BoardPushes;
import dev.assay.hiring.boards.BoardSender;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.limits.Signed;
import dev.assay.hiring.platform.limits.SignedCalls;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.platform.security.OpenToAnyone;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where boards push applications in their own shapes. Taken is always 200: LinkedIn knows no other
 * word for it, and Indeed is content with it.
 */
@RestController
class InboundController {

    private static final Pattern CHALLENGE =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final BoardPushes pushes;
    private final SignedCalls calls;
    private final RequestJson json;

    InboundController(BoardPushes pushes, SignedCalls calls, RequestJson json) {
        this.pushes = pushes;
        this.calls = calls;
        this.json = json;
    }

    @PostMapping(path = "/v1/inbound/{address}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @OpenToAnyone
    @Signed
    Deed<PushResponse> push(
            @PathVariable String address,
            @RequestHeader(name = "X-Indeed-Signature", required = false) @Nullable String indeed,
            @RequestHeader(name = "X-LI-Signature", required = false) @Nullable String linkedIn,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // Who cannot sign has no body read.
        BoardSender sender = pushes.sender(address).orElseThrow(() -> refused(request));
        String signature =
                Optional.ofNullable(
                                switch (sender.board()) {
                                    case INDEED -> indeed;
                                    case LINKEDIN -> linkedIn;
                                })
                        .orElseThrow(() -> refused(request, sender));
        byte[] body = json.bytes(request.getInputStream(), BoardPushes.MOST_BYTES);
        if (!sender.isSigned(body, signature)) {
            throw refused(request, sender);
        }
        Actor.Partner partner = pushes.partner(sender);
        calls.accept(request, response, partner);
        BoardPush push = pushes.read(sender, partner, body);
        return Deed.of(() -> pushes.accept(push), id -> ResponseEntity.ok(new PushResponse(id)));
    }

    /**
     * Whether an address is one, which LinkedIn asks before it pushes there and every few hours
     * since. Only a UUID is signed, so that nobody gets a signature of anything that could be
     * pushed.
     */
    @GetMapping("/v1/inbound/{address}")
    @OpenToAnyone
    ChallengeResponse challenge(@PathVariable String address, @RequestParam String challengeCode) {
        if (!CHALLENGE.matcher(challengeCode).matches()) {
            throw new InvalidInput("/challengeCode", "must be a UUID");
        }
        return pushes.sender(address)
                .flatMap(sender -> sender.answer(challengeCode))
                .map(answer -> new ChallengeResponse(challengeCode, answer))
                .orElseThrow(() -> new NotFound("address"));
    }

    private Refusal refused(HttpServletRequest request, BoardSender sender) {
        pushes.refuse(sender);
        return refused(request);
    }

    /** The same whether there is no such address, or the signature does not hold. */
    private Refusal refused(HttpServletRequest request) {
        calls.refuse(request);
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "signature-invalid",
                "No signature of this body holds for this address.");
    }

    /** What was pushed is called so here. */
    record PushResponse(UUID id) {}

    record ChallengeResponse(String challengeCode, String challengeResponse) {}
}
