package dev.assay.hiring.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The step that is prepared while another one is carried out. */
class StepAheadTest {

    private static final Progress FORESEEN = progress(1, "a");

    @Test
    void isTheNextOneWhenAllCameAsForeseen() {
        var kind = new Kind(run -> () -> progress(1, run.checkpoint().orElseThrow() + "!"));
        try (StepAhead ahead = new StepAhead(kind)) {
            ahead.begin(FORESEEN, run("a"));

            assertThat(ahead.next(run("a"), Optional.of(FORESEEN)).carryOut().checkpoint())
                    .isEqualTo("a!");
        }
        assertThat(kind.prepared).containsExactly("a");
    }

    @Test
    void isTheNextOneWhateverErrorsCameUp() {
        var kind = new Kind(run -> () -> progress(1, run.checkpoint().orElseThrow() + "!"));
        var refused = new OperationError(3, "refused", "", "A line was refused.");
        try (StepAhead ahead = new StepAhead(kind)) {
            ahead.begin(FORESEEN, run("a"));

            ahead.next(
                    run("a"),
                    Optional.of(
                            new Progress(
                                    1, Optional.of(9L), "a", List.of(refused), Optional.empty())));
        }
        assertThat(kind.prepared).containsExactly("a");
    }

    @Test
    void isThrownAwayWhenItCameOtherwise() {
        var kind = new Kind(run -> () -> progress(1, run.checkpoint().orElseThrow() + "!"));
        try (StepAhead ahead = new StepAhead(kind)) {
            ahead.begin(FORESEEN, run("a"));

            assertThat(ahead.next(run("b"), Optional.of(progress(2, "a"))).carryOut().checkpoint())
                    .isEqualTo("b!");
        }
        assertThat(kind.prepared).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void hasItsFaultMetByWhoeverNeedsItAndByNobodyElse() {
        var kind =
                new Kind(run -> {
                    throw new CancellationException("unwanted");
                });
        try (StepAhead ahead = new StepAhead(kind)) {
            ahead.begin(FORESEEN, run("a"));
            assertThatThrownBy(() -> ahead.next(run("a"), Optional.of(FORESEEN)))
                    .isInstanceOf(CancellationException.class);

            ahead.begin(FORESEEN, run("a"));
        }
    }

    /** Or a run whose lease is another's by now would still be reading. */
    @Test
    void hasEndedWhenTheRunEnds() {
        var begun = new CountDownLatch(1);
        var ended = new ConcurrentLinkedQueue<String>();
        var kind =
                new Kind(run -> {
                    begun.countDown();
                    ended.add("ended");
                    return () -> FORESEEN;
                });
        try (StepAhead ahead = new StepAhead(kind)) {
            ahead.begin(FORESEEN, run("a"));
        }

        assertThat(begun.getCount()).isZero();
        assertThat(ended).containsExactly("ended");
    }

    private static Progress progress(long done, String checkpoint) {
        return new Progress(done, Optional.empty(), checkpoint, List.of(), Optional.empty());
    }

    private static OperationRun run(String checkpoint) {
        return new OperationRun(
                new OperationId(new UUID(1, 1)),
                new Actor.Service(new EmployerId(new UUID(1, 2)), "test"),
                Map.of(),
                new byte[0],
                0,
                Optional.of(checkpoint),
                () -> false);
    }

    private static final class Kind implements OperationKind {

        final ConcurrentLinkedQueue<String> prepared = new ConcurrentLinkedQueue<>();
        private final Function<OperationRun, Step> next;

        Kind(Function<OperationRun, Step> next) {
            this.next = next;
        }

        @Override
        public String name() {
            return "test";
        }

        @Override
        public Step next(OperationRun run) {
            prepared.add(run.checkpoint().orElse(""));
            return next.apply(run);
        }
    }
}
