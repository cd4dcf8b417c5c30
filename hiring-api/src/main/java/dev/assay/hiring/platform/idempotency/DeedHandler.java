package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.platform.idempotency.Deed.Gathered;
import dev.assay.hiring.platform.limits.WaitingCalls;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.security.CallingActor;
import dev.assay.hiring.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out the {@link Deed} a controller returned, in one transaction, and writes its answer
 * once that has committed.
 */
@Component
class DeedHandler implements HandlerMethodReturnValueHandler {

    /** Tells an answer that was given before from a fresh one. */
    static final String REPLAYED = "Idempotent-Replayed";

    private final TenantTransaction transactions;
    private final IdempotencyLedger ledger;
    private final KeyedCalls calls;
    private final WaitingCalls waiting;
    private final JsonMapper json;

    DeedHandler(
            TenantTransaction transactions,
            IdempotencyLedger ledger,
            KeyedCalls calls,
            WaitingCalls waiting,
            JsonMapper json) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.calls = calls;
        this.waiting = waiting;
        this.json = json;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Deed.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        Deed<?> deed = (Deed<?>) Objects.requireNonNull(returned);
        HttpServletRequest request =
                Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response =
                Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        KeyedRequest keyed = WebUtils.getNativeRequest(request, KeyedRequest.class);
        Optional<Answer> together = together(deed, request, keyed);
        if (together.isPresent()) {
            write(together.get(), response);
        } else if (keyed == null
                || keyed.deferred().isEmpty()
                || calls.claim(keyed, request, response)) {
            write(alone(deed, request, keyed), response);
        }
    }

    private Optional<Answer> together(
            Deed<?> deed, HttpServletRequest request, @Nullable KeyedRequest keyed) {
        Optional<Answer> answer =
                Optional.ofNullable(keyed)
                        .flatMap(KeyedRequest::deferred)
                        .flatMap(call ->
                                deed.gathered()
                                        .flatMap(gathered -> together(request, call, gathered)));
        if (keyed != null && answer.isPresent()) {
            keyed.settled();
        }
        return answer;
    }

    private Optional<Answer> together(
            HttpServletRequest request, DeferredCall call, Gathered<?, ?, ?> gathered) {
        Actor actor = CallingActor.of(request);
        return waiting.apart(
                request,
                actor,
                call.call().length,
                () -> ledger.carryOut(actor, call, gathered, this::rendered));
    }

    private Answer alone(Deed<?> deed, HttpServletRequest request, @Nullable KeyedRequest keyed) {
        Optional<Claim> claim = keyed == null ? Optional.empty() : keyed.claim();
        if (keyed == null || claim.isEmpty()) {
            return transactions.in(
                    CallingActor.of(request), () -> rendered(deed.carryOut().response()));
        }
        Answer answer =
                ledger.carryOut(claim.get(), deed, this::rendered)
                        // Somebody took it over because it took so long; theirs is the outcome.
                        .orElseThrow(() -> KeyedCalls.inFlight(Duration.ZERO));
        keyed.settled();
        return answer;
    }

    private Answer rendered(ResponseEntity<?> response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.getHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        Object body = response.getBody();
        if (body == null) {
            return new Answer(response.getStatusCode().value(), headers, new byte[0]);
        }
        headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, List.of(MediaType.APPLICATION_JSON_VALUE));
        return new Answer(response.getStatusCode().value(), headers, json.writeValueAsBytes(body));
    }

    /** Writes an answer that was given before, and says so. */
    static void writeAgain(Answer answer, HttpServletResponse response) throws IOException {
        response.setHeader(REPLAYED, "true");
        write(answer, response);
    }

    private static void write(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers()
                .forEach(
                        (name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (answer.body().length > 0) {
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
    }
}
