package dev.assay.hiring.platform.work;

import dev.assay.hiring.shared.EmployerId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Notes that an employer has work waiting, so that workers find it without looking into every
 * tenant.
 */
@Component
public class EmployerWork {

    /** Before whatever a node's clock may say. */
    private static final Instant AT_ONCE = Instant.EPOCH;

    private final EmployerWorkRepository repository;
    private final Clock clock;

    EmployerWork(EmployerWorkRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** To be called in the very transaction that makes the work: both are there, or neither. */
    public void note(String topic, EmployerId employer) {
        repository.noteAt(topic, employer, clock.instant(), AT_ONCE);
    }

    /**
     * Like {@link #note}, for work that is not to be done before an instant. Work that is due
     * earlier stays so.
     */
    public void noteAt(String topic, EmployerId employer, Instant due) {
        repository.noteAt(topic, employer, clock.instant(), due);
    }

    /**
     * Notes work for every employer there is; returns how many. To be called in a transaction
     * without a tenant.
     */
    public int noteForEverybody(String topic) {
        return repository.noteForEverybody(topic, clock.instant(), AT_ONCE);
    }
}
