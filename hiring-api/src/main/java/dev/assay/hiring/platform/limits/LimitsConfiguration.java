package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitsConfiguration implements WebMvcConfigurer {

    /** Once it is known who calls; before a body is read or a key claimed. */
    private static final int AFTER_WHO = 50;

    /** Before it is asked who calls. */
    private static final int FIRST = -50;

    /** A burst passes in this time; in an overload, waiting longer only makes it longer. */
    private static final Duration WAIT_FOR_A_PLACE = Duration.ofMillis(250);

    /** To learn who calls takes a millisecond or two. */
    private static final Duration WAIT_AT_THE_DOOR = Duration.ofSeconds(1);

    private static final int AT_THE_DOOR_A_PROCESSOR = 4;

    private final Doorway doorway;
    private final CallLimits limits;
    private final WaitingCalls waiting;
    private final CallsUnderWay underWay;

    LimitsConfiguration(
            LimitProperties properties,
            RateBucketRepository repository,
            TenantTransaction transactions,
            Clock clock) {
        SpentCallers spent = new SpentCallers(clock);
        this.doorway =
                new Doorway(
                        spent,
                        AT_THE_DOOR_A_PROCESSOR * Runtime.getRuntime().availableProcessors(),
                        WAIT_AT_THE_DOOR);
        CallsAtOnce atOnce =
                new CallsAtOnce(
                        properties.places(), properties.placesPerEmployer(), WAIT_FOR_A_PLACE);
        this.waiting = new WaitingCalls(atOnce);
        this.underWay =
                new CallsUnderWay(
                        () -> atOnce.underWay() + waiting.count(),
                        Runtime.getRuntime().availableProcessors());
        this.limits =
                new CallLimits(
                        properties,
                        new RateLimits(
                                (actor, policy, window, portion) ->
                                        transactions.withoutTenant(() ->
                                                repository.take(actor, policy, window, portion)),
                                clock),
                        new AnonymousLimits(clock),
                        new AnonymousLimits(clock),
                        atOnce,
                        spent,
                        underWay);
    }

    @Bean
    WaitingCalls waitingCalls() {
        return waiting;
    }

    @Bean
    CallsUnderWay callsUnderWay() {
        return underWay;
    }

    @Bean
    SignedCalls signedCalls() {
        return new SignedCalls(limits);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(doorway).addPathPatterns("/v1/**").order(FIRST);
        registry.addInterceptor(limits).addPathPatterns("/v1/**", "/feeds/**").order(AFTER_WHO);
    }
}
