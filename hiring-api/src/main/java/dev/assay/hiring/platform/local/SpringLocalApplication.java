package dev.assay.hiring.platform.local;

import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A Spring Boot application under the profiles of the local run. */
record SpringLocalApplication(Class<?> type) implements LocalApplication {

    @Override
    public Running start(Map<String, Object> settings) {
        // As arguments, because those outrank every configuration file.
        String[] arguments =
                settings.entrySet().stream()
                        .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                        .toArray(String[]::new);
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(type)
                        .profiles("local", "sample")
                        // The launcher stops it, and the database only afterwards.
                        .registerShutdownHook(false)
                        .run(arguments);
        return context::close;
    }
}
