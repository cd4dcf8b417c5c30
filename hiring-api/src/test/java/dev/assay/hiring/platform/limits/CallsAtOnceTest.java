package dev.assay.hiring.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.testkit.Eventually;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CallsAtOnceTest {

    private static final Duration NONE = Duration.ZERO;

    private final EmployerId harbor = new EmployerId(UUID.randomUUID());
    private final EmployerId cedar = new EmployerId(UUID.randomUUID());

    @Test
    void letsNoEmployerTakeEveryPlace() {
        CallsAtOnce places = new CallsAtOnce(2, 1, NONE);
        Runnable leave = places.enter(harbor);

        assertRefused(places, harbor, 429, "too-many-calls-at-once");
        places.enter(cedar);

        leave.run();
        places.enter(harbor);
    }

    @Test
    void saysThatTheNodeIsFull() {
        CallsAtOnce places = new CallsAtOnce(1, 1, NONE);
        Runnable leave = places.enter(harbor);

        assertRefused(places, cedar, 503, "overloaded");
        leave.run();

        places.enter(cedar).run();
        places.enter(harbor);
    }

    @Test
    void letsOneWaitForAPlace() throws Exception {
        CallsAtOnce places = new CallsAtOnce(1, 1, Duration.ofMinutes(1));
        Runnable leave = places.enter(harbor);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Runnable> waiting = threads.submit(() -> places.enter(harbor));
            Eventually.get(() -> places.waiting(harbor), count -> count == 1);
            // As many wait as may.
            assertRefused(places, harbor, 429, "too-many-calls-at-once");

            leave.run();

            assertThat(waiting.get()).isNotNull();
        }
    }

    @Test
    void aLoudPartnerTakesNeitherAnotherPartnersPlacesNorTheEmployers() {
        CallsAtOnce places = new CallsAtOnce(8, 8, NONE);
        Actor loud = partner();
        Runnable leave = places.enter(loud);
        places.enter(loud);

        assertThatThrownBy(() -> places.enter(loud))
                .isInstanceOfSatisfying(
                        TryLater.class,
                        refusal -> {
                            assertThat(refusal.status().value()).isEqualTo(429);
                            assertThat(refusal.code()).isEqualTo("too-many-calls-at-once");
                        });
        Actor quiet = partner();
        places.enter(quiet);
        places.enter(new Actor.Service(harbor, "people"));

        leave.run();
        places.enter(loud);
    }

    @Test
    void aPartnerThatFindsNoPlaceGivesItsShareBack() {
        CallsAtOnce places = new CallsAtOnce(1, 1, NONE);
        Actor partner = partner();
        Runnable taken = places.enter(harbor);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> places.enter(partner)).isInstanceOf(TryLater.class);
        }
        taken.run();

        places.enter(partner).run();
        places.enter(partner);
    }

    private Actor partner() {
        return new Actor.Partner(harbor, UUID.randomUUID(), Set.of(), new JobReach.Everywhere());
    }

    private static void assertRefused(
            CallsAtOnce places, EmployerId employer, int status, String code) {
        assertThatThrownBy(() -> places.enter(employer))
                .isInstanceOfSatisfying(
                        TryLater.class,
                        refusal -> {
                            assertThat(refusal.status().value()).isEqualTo(status);
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.seconds()).isEqualTo(1);
                        });
    }
}
