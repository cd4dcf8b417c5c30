package dev.assay.hiring.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.hiring.platform.fetch.FetchFault;
import dev.assay.hiring.platform.fetch.Posted;
import dev.assay.hiring.testkit.WebhookReceiver.Message;
import dev.assay.hiring.webhooks.ReceiverReport.Check;
import dev.assay.hiring.webhooks.ReceiverReport.Outcome;
import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of receivers good and bad; they check signatures with the public library. */
class ReceiverCheckTest {

    private static final String SECRET = "whsec_dGhpcy1pcy1hLXNhbXBsZS1mb3ItdGhlLWRvY3MtMDE=";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Predicate<Message> SIGNED = message -> message.isSignedWith(SECRET);

    private final List<Message> messages = new ArrayList<>();

    @Test
    void ofAGoodReceiverNothingIsSaidAgainstIt() {
        ReceiverReport report = check(message -> SIGNED.test(message) ? answer(204) : answer(401));

        assertThat(report.checks()).extracting(Check::outcome).containsOnly(Outcome.PASSED);
        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.checks()).extracting(Check::name).doesNotHaveDuplicates().hasSize(16);
        assertThat(messages).hasSize(13);
    }

    /** All of these answer otherwise than the good one in one thing, which is found. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("faulty")
    void whatIsWrongIsFoundAndNothingElse(
            String what, Function<Message, Posted> receiver, Set<String> failed) {
        ReceiverReport report = check(receiver);

        assertThat(named(report, Outcome.FAILED)).isEqualTo(failed);
        assertThat(named(report, Outcome.UNCHECKED)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    static Stream<Arguments> faulty() {
        Set<String> refusals =
                Set.of(
                        "refuses foreign secrets",
                        "refuses changed bodies",
                        "refuses changed ids",
                        "refuses old messages",
                        "refuses early messages",
                        "refuses unsigned messages");
        Set<String> seen = new HashSet<>();
        return Stream.of(
                Arguments.of("believes everybody", unless(_ -> false, 200), refusals),
                Arguments.of(
                        "fails over a wrong signature",
                        (Function<Message, Posted>)
                                message -> answer(SIGNED.test(message) ? 200 : 500),
                        refusals),
                Arguments.of(
                        "wants no more after a wrong signature",
                        (Function<Message, Posted>)
                                message -> answer(SIGNED.test(message) ? 200 : 410),
                        refusals),
                Arguments.of(
                        "looks at no clock",
                        unless(message -> !isSignedWhenever(message), 401),
                        Set.of("refuses old messages", "refuses early messages")),
                Arguments.of(
                        "looks at the first signature alone",
                        unless(message -> !SIGNED.test(firstAlone(message)), 401),
                        Set.of("finds its signature")),
                Arguments.of(
                        "writes the body anew",
                        unless(message -> !SIGNED.test(writtenAnew(message)), 401),
                        Set.of("reads bytes as they come")),
                Arguments.of(
                        "refuses what it had",
                        unless(message -> !SIGNED.test(message) || !seen.add(message.id()), 409),
                        Set.of("takes it again")),
                Arguments.of(
                        "takes short ones alone",
                        unless(
                                message -> !SIGNED.test(message) || message.body().length() > 9_000,
                                413),
                        Set.of("takes nearly 20 kB")));
    }

    @Test
    void whoeverRefusesEverythingHasNotShownThatItChecksAnything() {
        ReceiverReport report = check(_ -> answer(401));

        assertThat(named(report, Outcome.FAILED)).containsExactly("takes a signed event");
        assertThat(named(report, Outcome.UNCHECKED)).hasSize(12);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aRedirectIsNotFollowedAndSaidToBeTheFault() {
        ReceiverReport report = check(_ -> answer(302));

        assertThat(named(report, Outcome.FAILED))
                .containsExactlyInAnyOrder("takes a signed event", "answers by itself");
        assertThat(report.checks().getFirst().detail()).contains("address it redirects to");
    }

    @Test
    void whatIsNotAnsweredIsNotBlamedOnWhatWasInIt() {
        ReceiverReport report =
                check(message ->
                        message.body().length() > 9_000
                                ? new Posted.Failed(FetchFault.BROKEN_ANSWER)
                                : answer(SIGNED.test(message) ? 204 : 401));

        assertThat(report.checks())
                .filteredOn(check -> check.outcome() == Outcome.FAILED)
                .extracting(Check::name, Check::detail)
                .containsExactly(tuple("takes nearly 20 kB", "the answer was broken"));
    }

    @Test
    void ofALongAnswerABitIsToldAndWhatToLookAt() {
        ReceiverReport report =
                check(_ -> new Posted.Answered(403, Optional.empty(), "é".repeat(300)));

        assertThat(report.checks().getFirst().detail())
                .contains("answered 403 (" + "é".repeat(80) + "…)", "this very secret");
    }

    @Test
    void whatWorksButCouldBeBetterIsAdvised() {
        ReceiverReport report =
                check(message ->
                        !SIGNED.test(message)
                                ? answer(401)
                                : message.type().equals("webhook.ping")
                                        ? new Posted.Answered(
                                                200, Optional.empty(), "x".repeat(2_048))
                                        : answer(404));

        assertThat(named(report, Outcome.ADVISED))
                .containsExactlyInAnyOrder(
                        "takes unused types", "takes unknown subjects", "says little");
        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void whereNothingAnswersNothingIsFoundFineOrWrong() {
        ReceiverReport report = check(_ -> new Posted.Failed(FetchFault.CONNECT_FAILED));

        assertThat(report.checks()).extracting(Check::outcome).containsOnly(Outcome.UNCHECKED);
        assertThat(report.outcome()).isEqualTo(Outcome.UNCHECKED);
        assertThat(messages).hasSize(1);
    }

    @Test
    void whoCannotShowThatItIsTheHostMeantIsWrong() {
        ReceiverReport report = check(_ -> new Posted.Failed(FetchFault.TLS_FAILED));

        assertThat(named(report, Outcome.FAILED)).containsExactly("takes a signed event");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void anAnswerThatTakesTooLongIsWrong() {
        ReceiverReport report =
                ReceiverCheck.of(
                        (_, _, within) -> {
                            LockSupport.parkNanos(within.toNanos());
                            return answer(204);
                        },
                        SECRET,
                        RANDOM,
                        Clock.systemUTC(),
                        Duration.ofMillis(1));

        assertThat(named(report, Outcome.FAILED)).contains("answers quickly");
    }

    @Test
    void whatIsNoSecretIsRefusedBeforeAnythingIsSent() {
        for (String text : List.of("", "whsec_", "whsec_!", "dGhpcw==")) {
            assertThatThrownBy(() ->
                            ReceiverCheck.of(
                                    (_, _, _) -> answer(204),
                                    text,
                                    RANDOM,
                                    Clock.systemUTC(),
                                    ReceiverCheck.PATIENCE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(messages).isEmpty();
    }

    private ReceiverReport check(Function<Message, Posted> receiver) {
        return ReceiverCheck.of(
                (body, headers, _) -> {
                    Message message = new Message(of(headers), new String(body, UTF_8));
                    messages.add(message);
                    return receiver.apply(message);
                },
                SECRET,
                RANDOM,
                Clock.systemUTC(),
                ReceiverCheck.PATIENCE);
    }

    private static Set<String> named(ReceiverReport report, Outcome outcome) {
        return report.checks().stream()
                .filter(check -> check.outcome() == outcome)
                .map(Check::name)
                .collect(Collectors.toSet());
    }

    private static Function<Message, Posted> unless(Predicate<Message> refused, int status) {
        return message -> answer(refused.test(message) ? status : 204);
    }

    private static Posted answer(int status) {
        return new Posted.Answered(status, Optional.empty(), "");
    }

    /** As if it had come at the moment it says. */
    private static boolean isSignedWhenever(Message message) {
        long timestamp =
                Long.parseLong(message.headers().firstValue("webhook-timestamp").orElse("0"));
        String expected =
                EndpointKeys.withSecret(SECRET, RANDOM)
                        .signatures(
                                java.util.UUID.fromString(message.id()),
                                timestamp,
                                message.body().getBytes(UTF_8))
                        .split(" ")[0];
        return signatures(message).contains(expected);
    }

    private static Message firstAlone(Message message) {
        return new Message(
                with(message, "webhook-signature", signatures(message).getFirst()), message.body());
    }

    private static Message writtenAnew(Message message) {
        return new Message(message.headers(), message.json().toString());
    }

    private static List<String> signatures(Message message) {
        return List.of(message.headers().firstValue("webhook-signature").orElse("").split(" "));
    }

    private static HttpHeaders with(Message message, String name, String value) {
        Map<String, String> fields =
                message.headers().map().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, one -> one.getValue().getFirst()));
        fields.put(name, value);
        return of(fields);
    }

    private static HttpHeaders of(Map<String, String> fields) {
        return HttpHeaders.of(
                fields.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, one -> List.of(one.getValue()))),
                (_, _) -> true);
    }
}
