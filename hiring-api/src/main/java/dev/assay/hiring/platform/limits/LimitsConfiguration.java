package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitsConfiguration implements WebMvcConfigurer {

    /** Once it is known who calls; before a body is read or a key claimed. */
    private static final int AFTER_WHO = 50;

    /** A burst passes in this time; in an overload, waiting longer only makes it longer. */
    private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(2);

    private final CallLimits limits;

    LimitsConfiguration(
            LimitProperties properties,
            RateBucketRepository repository,
            TenantTransaction transactions,
            Clock clock) {
        this.limits =
                new CallLimits(
                        properties,
                        new RateLimits(
                                (actor, policy, window, portion) ->
                                        transactions.withoutTenant(() ->
                                                repository.take(actor, policy, window, portion)),
                                clock),
                        new AnonymousLimits(clock),
                        new CallsAtOnce(
                                properties.callsAtOnce(),
                                properties.callsAtOncePerEmployer(),
                                WAIT_FOR_A_PLACE));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limits).addPathPatterns("/v1/**").order(AFTER_WHO);
    }
}
