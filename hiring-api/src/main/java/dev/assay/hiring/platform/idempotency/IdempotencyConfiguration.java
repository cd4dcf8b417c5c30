package dev.assay.hiring.platform.idempotency;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration implements WebMvcConfigurer {

    /** After who may call, and what body we read, are settled. */
    private static final int LAST = 100;

    private final KeyedCalls keyedCalls;

    IdempotencyConfiguration(KeyedCalls keyedCalls) {
        this.keyedCalls = keyedCalls;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(keyedCalls).addPathPatterns("/v1/**").order(LAST);
    }

    /** First, because to a rest controller's own handler whatever is returned is a body. */
    @Bean
    SmartInitializingSingleton deedsBeforeBodies(
            @Qualifier("requestMappingHandlerAdapter") RequestMappingHandlerAdapter adapter,
            DeedHandler deeds) {
        return () -> {
            List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
            handlers.add(deeds);
            handlers.addAll(Objects.requireNonNull(adapter.getReturnValueHandlers()));
            adapter.setReturnValueHandlers(handlers);
        };
    }
}
