package dev.assay.hiring.sample;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** What is otherwise in the sample than in any other run. */
@Configuration(proxyBeanMethods = false)
@Profile("sample")
class SampleConfiguration {

    @Bean
    @Primary
    SampleClock sampleClock(Clock clock) {
        return new SampleClock(clock);
    }
}
