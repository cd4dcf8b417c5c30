package dev.assay.hiring.platform.configuration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    /** Static, so that it runs before any other bean is made. */
    @Bean
    static ConfigurationCheck configurationCheck(ConfigurableEnvironment environment) {
        return new ConfigurationCheck(environment);
    }
}
