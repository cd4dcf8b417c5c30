package dev.assay.hiring.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.testkit.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class DoorwayTest {

    private static final RatePolicy CALLS = new RatePolicy("calls", 2);

    private final SetClock clock = new SetClock(Instant.parse("2026-11-26T10:00:20Z"));
    private final SpentCallers spent = new SpentCallers(clock);
    private final Doorway doorway = new Doorway(spent, 1, Duration.ZERO);

    @Test
    void refusesWhoHasUsedUpTheQuotaUntilTheNextMinute() throws Exception {
        spent.remember(person("a", null), CALLS);
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThatThrownBy(() -> doorway.preHandle(call("a", null), response, handler()))
                .isInstanceOfSatisfying(
                        TryLater.class,
                        refusal -> {
                            assertThat(refusal.status().value()).isEqualTo(429);
                            assertThat(refusal.code()).isEqualTo("rate-limited");
                            assertThat(refusal.seconds()).isEqualTo(40);
                        });
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"calls\";r=0;t=40");
        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"calls\";q=2;w=60");

        clock.advance(Duration.ofSeconds(40));
        assertEnters(call("a", null));
    }

    @Test
    void refusesNobodyElse() throws Exception {
        spent.remember(person("a", "harbor"), CALLS);

        assertEnters(call("b", "harbor"));
        assertEnters(call("a", "cedar"));
        assertEnters(call("a", null));
        assertEnters(call(null, null));
    }

    @Test
    void leavesPartnersAndStrangersToBeCountedWhereItIsKnownForWhomTheyCall() throws Exception {
        MockHttpServletRequest service = call("a", null);
        service.setAttribute(
                "dev.assay.hiring.platform.security.ActorInterceptor.actor",
                new Actor.Service(new EmployerId(UUID.randomUUID()), "test"));
        spent.remember(service, CALLS);
        spent.remember(call("b", null), CALLS);

        assertEnters(call("a", null));
        assertEnters(call("b", null));
    }

    @Test
    void letsSoManyAskAtOnceWhoTheyAre() throws Exception {
        MockHttpServletRequest first = call("a", null);
        assertThat(doorway.preHandle(first, new MockHttpServletResponse(), handler())).isTrue();

        assertThatThrownBy(() ->
                        doorway.preHandle(
                                call("b", null), new MockHttpServletResponse(), handler()))
                .isInstanceOfSatisfying(
                        TryLater.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("overloaded"));

        Doorway.leave(first);
        // Leaving twice frees one place only.
        doorway.afterCompletion(first, new MockHttpServletResponse(), handler(), null);
        doorway.preHandle(call("b", null), new MockHttpServletResponse(), handler());
        assertThatThrownBy(() ->
                        doorway.preHandle(
                                call("c", null), new MockHttpServletResponse(), handler()))
                .isInstanceOf(TryLater.class);
    }

    private void assertEnters(MockHttpServletRequest call) throws Exception {
        assertThat(doorway.preHandle(call, new MockHttpServletResponse(), handler())).isTrue();
        Doorway.leave(call);
    }

    private static MockHttpServletRequest person(String token, @Nullable String employer) {
        MockHttpServletRequest call = call(token, employer);
        call.setAttribute(
                "dev.assay.hiring.platform.security.ActorInterceptor.actor",
                new Actor.Person(
                        new EmployerId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        Set.of(EmployerRole.RECRUITER)));
        return call;
    }

    private static MockHttpServletRequest call(@Nullable String token, @Nullable String employer) {
        MockHttpServletRequest call = new MockHttpServletRequest("GET", "/v1/jobs");
        if (token != null) {
            call.addHeader("Authorization", "Bearer " + token);
        }
        if (employer != null) {
            call.addHeader("Assay-Employer", employer);
        }
        return call;
    }

    private HandlerMethod handler() throws NoSuchMethodException {
        return new HandlerMethod(this, DoorwayTest.class.getDeclaredMethod("handler"));
    }
}
