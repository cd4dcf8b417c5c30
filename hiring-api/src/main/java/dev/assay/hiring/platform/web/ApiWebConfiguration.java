package dev.assay.hiring.platform.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class ApiWebConfiguration implements WebMvcConfigurer {

    private final MediaTypeRules mediaTypes;
    private final IdempotencyKeyRule idempotencyKeys;

    ApiWebConfiguration(MediaTypeRules mediaTypes, IdempotencyKeyRule idempotencyKeys) {
        this.mediaTypes = mediaTypes;
        this.idempotencyKeys = idempotencyKeys;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(mediaTypes).addPathPatterns("/v1/**");
        // Verifying makes nothing, so doing it twice is doing it once.
        registry.addInterceptor(idempotencyKeys)
                .addPathPatterns("/v1/**")
                .excludePathPatterns("/v1/credentials/verify");
    }
}
