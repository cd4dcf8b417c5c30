package dev.assay.admin.signin;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SignInWebConfiguration implements WebMvcConfigurer {

    private final SignedInInterceptor interceptor;
    private final SignedInArgument argument;

    SignInWebConfiguration(SignedInInterceptor interceptor, SignedInArgument argument) {
        this.interceptor = interceptor;
        this.argument = argument;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor)
                .addPathPatterns("/console", "/console/**")
                .excludePathPatterns(
                        "/console/theme",
                        SignedOutController.SIGNED_OUT,
                        SignedOutController.FAILED,
                        SignedOutController.AWAY);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(argument);
    }
}
