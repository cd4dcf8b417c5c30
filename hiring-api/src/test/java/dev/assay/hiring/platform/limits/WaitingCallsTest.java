package dev.assay.hiring.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** With one place in all. */
class WaitingCallsTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final CallsAtOnce places = new CallsAtOnce(1, 1, Duration.ZERO);
    private final WaitingCalls waiting = new WaitingCalls(places);
    private final Actor actor = new Actor.Service(new EmployerId(UUID.randomUUID()), "a-caller");

    @Test
    void giveTheirPlaceToOthersMeanwhile() {
        MockHttpServletRequest call = placed();

        Optional<String> outcome =
                waiting.apart(
                        call,
                        actor,
                        100,
                        () -> {
                            assertThat(waiting.count()).isOne();
                            places.enter(actor).run();
                            return Optional.of("done");
                        });

        assertThat(outcome).contains("done");
        assertThat(waiting.count()).isZero();
        places.enter(actor).run();
    }

    @Test
    void haveAPlaceAgainWhenTheyHaveToGoOn() {
        MockHttpServletRequest call = placed();

        assertThat(waiting.apart(call, actor, 100, Optional::empty)).isEmpty();

        assertThat(places.underWay()).isOne();
        CallLimits.leave(call);
        assertThat(places.underWay()).isZero();
    }

    @Test
    void areTurnedAwayWhenTheyHaveToGoOnAndOthersAreThere() {
        MockHttpServletRequest call = placed();

        assertThatThrownBy(() ->
                        waiting.apart(
                                call,
                                actor,
                                100,
                                () -> {
                                    places.enter(actor);
                                    return Optional.empty();
                                }))
                .isInstanceOf(TryLater.class);
    }

    @Test
    void keepTheirPlaceWhenThereIsNoRoomForSoMuch() {
        MockHttpServletRequest large = new MockHttpServletRequest();
        MockHttpServletRequest call = placed();

        waiting.apart(
                large,
                actor,
                32 * MEBIBYTE,
                () ->
                        waiting.apart(
                                call,
                                actor,
                                100,
                                () -> {
                                    assertThat(places.underWay()).isOne();
                                    return Optional.of("done");
                                }));

        CallLimits.leave(call);
        giveTheirPlaceToOthersMeanwhile();
    }

    private MockHttpServletRequest placed() {
        var call = new MockHttpServletRequest();
        CallLimits.enter(call, places, actor);
        return call;
    }
}
