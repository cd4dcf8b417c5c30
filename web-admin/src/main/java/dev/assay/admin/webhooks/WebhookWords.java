package dev.assay.admin.webhooks;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.webhooks.Attempt;
import dev.assay.hiring.webhooks.Delivery;
import dev.assay.hiring.webhooks.Endpoint;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Endpoints and deliveries in words. */
@Component
class WebhookWords {

    private final Words words;
    private final Moments moments;

    WebhookWords(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
    }

    /**
     * @param partners the names of the boards, by id
     */
    EndpointRow row(Endpoint endpoint, Map<UUID, String> partners) {
        return new EndpointRow(
                endpoint.id().toString(),
                name(endpoint),
                endpoint.content().url(),
                endpoint.partner()
                        .map(id -> partners.getOrDefault(id, words.say("webhook.a-board")))
                        .orElse(null),
                endpoint.content().types().stream().sorted().toList(),
                state(endpoint),
                health(endpoint),
                endpoint.health()
                        .heldUntil()
                        .filter(_ -> isHeld(endpoint))
                        .map(moments::of)
                        .orElse(null),
                endpoint.health().deliveredAt().map(moments::of).orElse(null),
                endpoint.formerSecretUntil().map(moments::of).orElse(null),
                endpoint.publicKey(),
                endpoint.content().enabled(),
                endpoint.version().value());
    }

    DeliveryRow row(Delivery delivery) {
        return new DeliveryRow(
                delivery.event().toString(),
                delivery.sequence(),
                delivery.type(),
                state(delivery),
                delivery.attempts() == 0 ? null : words.say("webhook.tried", delivery.attempts()),
                answer(delivery.status(), delivery.fault()),
                moments.of(delivery.queuedAt()),
                delivery.nextAttemptAt()
                        .filter(_ -> delivery.attempts() > 0)
                        .map(moments::of)
                        .orElse(null));
    }

    AttemptRow row(Attempt attempt) {
        return new AttemptRow(
                attempt.sequence().isPresent()
                        ? words.say(
                                "webhook.attempt.event",
                                String.valueOf(attempt.sequence().getAsLong()))
                        : words.say("webhook.attempt.ping"),
                moments.of(attempt.at()),
                attempt.isTaken()
                        ? Badge.verified(words.say("webhook.attempt.taken"))
                        : Badge.failed(words.say("webhook.attempt.not-taken")),
                answer(attempt),
                words.say("webhook.attempt.took", attempt.millis()),
                attempt.response().orElse(null));
    }

    /** What came of a ping, in a sentence. */
    String pinged(Attempt attempt) {
        String answer = answer(attempt);
        return attempt.isTaken()
                ? words.say("flash.webhook.pinged", answer, attempt.millis())
                : words.say("flash.webhook.not-pinged", answer);
    }

    private static String name(Endpoint endpoint) {
        return endpoint.content()
                .description()
                .orElseGet(() ->
                        Objects.requireNonNullElse(
                                URI.create(endpoint.content().url()).getHost(),
                                endpoint.content().url()));
    }

    private Badge state(Endpoint endpoint) {
        if (endpoint.paused().isPresent()) {
            return Badge.failed(words.say("webhook.state.paused"));
        }
        if (!endpoint.content().enabled()) {
            return Badge.none(words.say("webhook.state.disabled"));
        }
        return isHeld(endpoint)
                ? Badge.unsure(words.say("webhook.state.failing"))
                : Badge.verified(words.say("webhook.state.enabled"));
    }

    private String health(Endpoint endpoint) {
        if (endpoint.paused().isPresent()) {
            return words.say("webhook.paused." + endpoint.paused().get().wireName());
        }
        return isHeld(endpoint) ? words.say("webhook.failing", endpoint.health().failures()) : "";
    }

    private static boolean isHeld(Endpoint endpoint) {
        return endpoint.content().enabled() && endpoint.health().heldUntil().isPresent();
    }

    private Badge state(Delivery delivery) {
        String word = words.say("webhook.delivery." + delivery.state().wireName());
        return switch (delivery.state()) {
            case WAITING -> delivery.attempts() > 0 ? Badge.unsure(word) : Badge.none(word);
            case DELIVERED -> Badge.verified(word);
            case FAILED -> Badge.failed(word);
            case WITHHELD -> Badge.none(word);
        };
    }

    private String answer(Attempt attempt) {
        return Objects.requireNonNullElse(answer(attempt.status(), attempt.fault()), "");
    }

    private @Nullable String answer(Optional<Integer> status, Optional<String> fault) {
        return status.map(code -> words.say("webhook.answered", String.valueOf(code)))
                .or(() ->
                        fault.map(code ->
                                words.sayOr("webhook.fault." + code, "webhook.fault.other")))
                .orElse(null);
    }
}
