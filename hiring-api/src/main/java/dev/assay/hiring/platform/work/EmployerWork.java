package dev.assay.hiring.platform.work;

import dev.assay.hiring.shared.EmployerId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Notes that an employer has work waiting, so that workers find it without looking into every
 * tenant.
 */
@Component
public class EmployerWork {

    private final EmployerWorkRepository repository;
    private final Clock clock;

    EmployerWork(EmployerWorkRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** To be called in the very transaction that makes the work: both are there, or neither. */
    public void note(String topic, EmployerId employer) {
        repository.note(topic, employer, clock.instant());
    }
}
