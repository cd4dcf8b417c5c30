package dev.assay.hiring.platform.mail;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    MailTransport mailTransport(MailProperties properties, Clock clock) {
        var envelope = new Envelope(properties.from());
        Path folder = properties.folder();
        return folder != null
                ? new FolderTransport(folder, envelope, clock)
                : new SmtpTransport(Objects.requireNonNull(properties.smtp()), envelope, clock);
    }
}
