package dev.assay.hiring.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.limits.RateLimits.SharedBuckets;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.testkit.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final RatePolicy HUNDRED = new RatePolicy("calls", 100);
    private static final EmployerId EMPLOYER = new EmployerId(UUID.randomUUID());

    private final SetClock clock = new SetClock(Instant.parse("2026-11-25T12:00:10Z"));
    private final Buckets buckets = new Buckets();
    private final RateLimits node = new RateLimits(buckets, clock);
    private final RateLimits otherNode = new RateLimits(buckets, clock);
    private final Actor rita = person(EMPLOYER);

    @Test
    void allowsTheQuotaAndNotOneMore() {
        assertThat(allowed(node, rita, 100)).isEqualTo(100);

        RateStatus oneMore = node.count(rita, HUNDRED);

        assertThat(oneMore.allowed()).isFalse();
        assertThat(oneMore.remaining()).isZero();
        assertThat(oneMore.reset()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void allowsItOnAllNodesTogether() {
        int allowed = 0;
        for (int i = 0; i < 100; i++) {
            allowed += allowed(node, rita, 1) + allowed(otherNode, rita, 1);
        }
        assertThat(allowed).isEqualTo(100);
    }

    @Test
    void startsAnewWithEachMinute() {
        allowed(node, rita, 101);
        clock.advance(Duration.ofMillis(49_999));
        assertThat(allowed(node, rita, 1)).isZero();

        clock.advance(Duration.ofMillis(1));

        assertThat(allowed(node, rita, 101)).isEqualTo(100);
    }

    @Test
    void countsEachCallerAndEmployerAndPolicyByItself() {
        allowed(node, rita, 100);
        var elsewhere =
                new Actor.Person(
                        new EmployerId(UUID.randomUUID()),
                        ((Actor.Person) rita).subject(),
                        Set.of(EmployerRole.RECRUITER));

        assertThat(allowed(node, person(EMPLOYER), 101)).isEqualTo(100);
        assertThat(allowed(node, elsewhere, 101)).isEqualTo(100);
        assertThat(node.count(rita, new RatePolicy("costly", 100)).allowed()).isTrue();
    }

    @Test
    void asksTheSharedBucketSeldomAndNotAtAllOnceItIsEmpty() {
        allowed(node, rita, 100);
        assertThat(buckets.asked).isEqualTo(20);

        allowed(node, rita, 1_000);

        assertThat(buckets.asked).isEqualTo(20);
    }

    @Test
    void tellsHowManyAreLeft() {
        assertThat(node.count(rita, HUNDRED).remaining()).isEqualTo(99);
        assertThat(node.count(rita, HUNDRED).remaining()).isEqualTo(98);
        allowed(node, rita, 97);
        assertThat(node.count(rita, HUNDRED).remaining()).isZero();
    }

    @Test
    void allowsNoMoreToManyAtOnce() throws Exception {
        Callable<Integer> call = () -> allowed(node, rita, 1);
        int allowed = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> calls =
                    threads.invokeAll(IntStream.range(0, 500).mapToObj(_ -> call).toList());
            for (Future<Integer> result : calls) {
                allowed += result.get();
            }
        }
        assertThat(allowed).isEqualTo(100);
    }

    @Test
    void worksWithAQuotaOfOne() {
        RatePolicy one = new RatePolicy("calls", 1);

        assertThat(node.count(rita, one).allowed()).isTrue();
        assertThat(node.count(rita, one).allowed()).isFalse();
    }

    @Test
    void writesHeadersAsTheDraftHasThem() {
        clock.advance(Duration.ofMillis(1));
        RateStatus status = node.count(rita, HUNDRED);

        assertThat(status.policyItem()).isEqualTo("\"calls\";q=100;w=60");
        assertThat(status.item()).isEqualTo("\"calls\";r=99;t=50");
    }

    private static int allowed(RateLimits limits, Actor actor, int calls) {
        int allowed = 0;
        for (int i = 0; i < calls; i++) {
            allowed += limits.count(actor, HUNDRED).allowed() ? 1 : 0;
        }
        return allowed;
    }

    private static Actor person(EmployerId employer) {
        return new Actor.Person(employer, UUID.randomUUID(), Set.of(EmployerRole.RECRUITER));
    }

    private static final class Buckets implements SharedBuckets {

        private final Map<List<Object>, Long> taken = new HashMap<>();
        private int asked;

        @Override
        public synchronized long take(Actor actor, String policy, Instant window, int portion) {
            asked++;
            List<Object> key = new ArrayList<>(List.of(actor, policy, window));
            long before = taken.getOrDefault(key, 0L);
            taken.put(key, before + portion);
            return before;
        }
    }
}
