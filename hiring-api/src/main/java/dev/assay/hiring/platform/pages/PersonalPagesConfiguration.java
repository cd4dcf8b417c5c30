package dev.assay.hiring.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Pages for applicants, who have no account: what is in the link is all the authority there is.
 * Without a session there is nothing a forged request could ride on, hence no CSRF token. The
 * address of the page goes nowhere: no referrer, nothing loaded, nothing indexed.
 */
@Configuration(proxyBeanMethods = false)
class PersonalPagesConfiguration implements WebMvcConfigurer {

    private static final long LARGEST_FORM = 3 * 1024 * 1024;

    @Bean
    @Order(3)
    SecurityFilterChain personalPagesChain(HttpSecurity http) {
        return http.securityMatcher("/me/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'none'; style-src "
                                                        + PersonalPages.styleSource()
                                                        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                                .addHeaderWriter(
                                        new StaticHeadersWriter("X-Robots-Tag", "noindex")))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Strangers' forms are small, and refused before they are read where they are not. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(
                        new HandlerInterceptor() {
                            @Override
                            public boolean preHandle(
                                    HttpServletRequest request,
                                    HttpServletResponse response,
                                    Object handler) {
                                long length = request.getContentLengthLong();
                                if (request.getMethod().equals("POST")
                                        && (length < 0 || length > LARGEST_FORM)) {
                                    throw new MaxUploadSizeExceededException(LARGEST_FORM);
                                }
                                return true;
                            }
                        })
                .addPathPatterns("/me/application/**");
    }
}
