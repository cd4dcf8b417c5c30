package dev.assay.hiring.platform.privacy;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param masterKeyFile a file of 32 random bytes in Base64, readable by this process alone; it
 *     wraps every person's key. While the key is exchanged it holds several, each with a name
 */
@ConfigurationProperties("assay.secrets")
@Validated
record PrivacyProperties(@jakarta.validation.constraints.NotNull Path masterKeyFile) {}
