package dev.assay.hiring.platform.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicAddress.class)
class ApiWebConfiguration implements WebMvcConfigurer {

    private final MediaTypeRules mediaTypes;

    ApiWebConfiguration(MediaTypeRules mediaTypes) {
        this.mediaTypes = mediaTypes;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(mediaTypes).addPathPatterns("/v1/**");
    }
}
