package dev.assay.hiring.platform.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where people reach this installation: what links in mail begin with. Configured, since a request
 * could be made to carry any host.
 *
 * @param publicAddress scheme and host, with a port where it is not the scheme's own
 */
@ConfigurationProperties("assay")
@Validated
public record PublicAddress(@NotNull URI publicAddress) {

    /** The address of a page. */
    public URI of(String path) {
        return publicAddress.resolve(path);
    }
}
