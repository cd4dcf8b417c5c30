package dev.assay.admin.trust;

import dev.assay.hiring.credentials.UnregisteredIssuer;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An issuer whose genuine credentials count nothing yet.
 *
 * @param name what it calls itself
 * @param registerHref the form, filled in as far as the credentials tell
 */
record UnregisteredRow(String id, String name, int applications, String registerHref) {

    static UnregisteredRow of(UnregisteredIssuer issuer, String unnamed) {
        String href =
                UriComponentsBuilder.fromPath("/console/trust/new")
                        .queryParam("id", "{id}")
                        .queryParam("name", "{name}")
                        .encode()
                        .buildAndExpand(issuer.id(), issuer.name().orElse(""))
                        .toUriString();
        return new UnregisteredRow(
                issuer.id(), issuer.name().orElse(unnamed), issuer.applications(), href);
    }
}
