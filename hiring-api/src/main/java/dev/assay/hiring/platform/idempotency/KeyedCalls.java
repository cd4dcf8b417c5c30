package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.platform.security.CallingActor;
import dev.assay.hiring.platform.security.OpenToAnyone;
import dev.assay.hiring.platform.web.Preference;
import dev.assay.hiring.shared.InvalidInput.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Claims the key of a call before anything is done, or answers as before when it was done already.
 * Endpoints that return no {@link Deed} do nothing that could be doubled; a key means nothing to
 * them.
 */
@Component
class KeyedCalls implements HandlerInterceptor {

    /** The largest body any deed takes; each endpoint has a limit of its own within it. */
    private static final int BODY_LIMIT = 10 * 1024 * 1024;

    /** A call takes a second or two; waiting for the whole lease would seldom be right. */
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(2);

    private final IdempotencyLedger ledger;

    KeyedCalls(IdempotencyLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || method.getReturnType().getParameterType() != Deed.class
                // Of nobody whose keys could be told from another's.
                || method.hasMethodAnnotation(OpenToAnyone.class)) {
            return true;
        }
        Optional<IdempotencyKey> key =
                IdempotencyKey.of(Collections.list(request.getHeaders(IdempotencyKey.HEADER)));
        if (key.isPresent()) {
            KeyedRequest keyed = keyed(request);
            byte[] body =
                    method.hasMethodAnnotation(Streamed.class)
                            ? ofBody(request)
                            : keyed.readBody(BODY_LIMIT);
            keyed.deferred(new DeferredCall(key.get(), call(request, body)));
            return isGathered(method, request) || claim(keyed, request, response);
        }
        if (method.hasMethodAnnotation(KeyRequired.class)) {
            throw new BadRequest(
                    "idempotency-key-required",
                    "Send the header "
                            + IdempotencyKey.HEADER
                            + " with a value of your own, and the same one when you repeat the call.",
                    List.of(new Fault("/" + IdempotencyKey.HEADER, "is required")));
        }
        return true;
    }

    private static boolean isGathered(HandlerMethod method, HttpServletRequest request) {
        return method.hasMethodAnnotation(Gathers.class)
                && Preference.isRespondAsync(request.getHeader(Preference.HEADER));
    }

    private static KeyedRequest keyed(HttpServletRequest request) {
        KeyedRequest keyed = WebUtils.getNativeRequest(request, KeyedRequest.class);
        if (keyed == null) {
            throw new IllegalStateException("a call with a key went past the filter");
        }
        return keyed;
    }

    /** False when the call is answered already, as before. */
    boolean claim(KeyedRequest keyed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return switch (ledger.claim(CallingActor.of(request), keyed.takeDeferred())) {
            case ClaimOutcome.Claimed(var claim) -> {
                keyed.claimed(claim);
                yield true;
            }
            case ClaimOutcome.Answered(var answer) -> {
                DeedHandler.writeAgain(answer, response);
                yield false;
            }
            case ClaimOutcome.InFlight(var atMost) -> throw inFlight(atMost);
            case ClaimOutcome.AnotherCall() ->
                    throw new Refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "idempotency-key-reused",
                            "This key was used for another call. Every call needs a key of its own.");
            case ClaimOutcome.Erased() ->
                    throw new Refusal(
                            HttpStatus.GONE,
                            "erased",
                            "This call was done, but the person it concerned was erased since, and"
                                    + " the answer with them.");
        };
    }

    static TryLater inFlight(Duration atMost) {
        return new TryLater(
                HttpStatus.CONFLICT,
                "call-in-flight",
                "The same call under this key is still under way. Repeat it to learn the outcome.",
                atMost.compareTo(ASK_AGAIN_AFTER) < 0 ? atMost : ASK_AGAIN_AFTER);
    }

    /** What the headers say of a body that is not read here. */
    private static byte[] ofBody(HttpServletRequest request) {
        return String.join(
                        "\n",
                        String.valueOf(request.getHeader(HttpHeaders.CONTENT_LENGTH)),
                        String.valueOf(request.getHeader("Content-Digest")))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What makes it this call: method, address, kind of body and body. */
    private static byte[] call(HttpServletRequest request, byte[] body) {
        String head =
                String.join(
                        "\n",
                        "call",
                        request.getMethod(),
                        request.getRequestURI(),
                        String.valueOf(request.getQueryString()),
                        mediaType(request.getContentType()),
                        "");
        var call = new ByteArrayOutputStream();
        call.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        call.writeBytes(body);
        return call.toByteArray();
    }

    private static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        MediaType type = MediaType.parseMediaType(contentType);
        return type.getType() + "/" + type.getSubtype();
    }
}
