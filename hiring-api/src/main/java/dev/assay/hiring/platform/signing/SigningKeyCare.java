package dev.assay.hiring.platform.signing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after the platform's keys at every start, and every few hours besides. */
@Configuration(proxyBeanMethods = false)
class SigningKeyCare {

    private static final Duration EVERY = Duration.ofHours(6);

    @Bean
    ApplicationRunner signingKeyAtStart(PlatformSigner signer) {
        return _ -> signer.tend();
    }

    @Bean
    RecurringTask<Void> signingKeyRotation(PlatformSigner signer) {
        return Tasks.recurring("signing-key-rotation", FixedDelay.of(EVERY))
                .execute((_, _) -> signer.tend());
    }
}
