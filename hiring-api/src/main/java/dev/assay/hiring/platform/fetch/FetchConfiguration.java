package dev.assay.hiring.platform.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchProperties.class)
class FetchConfiguration {

    @Bean
    FetchGuard fetchGuard(FetchProperties properties, Clock clock, MeterRegistry meters) {
        PinnedDocuments pinned =
                properties.pinnedDocuments() == null
                        ? PinnedDocuments.none()
                        : PinnedDocuments.in(properties.pinnedDocuments());
        return new FetchGuard(
                properties, pinned, Wires.real(), FetchLimits.standard(), clock, meters);
    }

    @Bean
    PostGuard postGuard(FetchProperties properties, MeterRegistry meters) {
        return new PostGuard(properties, Wires.real(), FetchLimits.standard(), meters);
    }
}
