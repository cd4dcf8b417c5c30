package dev.assay.hiring.platform.local;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the application must know of a local run; the rest is in its configuration files under the
 * profiles {@code local} and {@code sample}.
 *
 * @param options where to listen
 * @param database where its data is
 * @param data where secrets and logs are
 * @param issuer of the tokens it believes
 */
record ApplicationSettings(
        LocalOptions options, LocalDatabase database, DataDirectory data, URI issuer) {

    Map<String, Object> asProperties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        // Sample logins are no secret, so nobody else on the network gets to use them.
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", options.port());
        properties.put("assay.database.url", database.applicationUrl());
        properties.put("assay.database.web.password", database.runtimePassword("web"));
        properties.put("assay.database.worker.password", database.runtimePassword("worker"));
        properties.put("assay.database.self-id.password", database.runtimePassword("selfid"));
        properties.put("assay.identity.issuer", issuer);
        properties.put("assay.secrets.master-key-file", data.secrets().keyFile("master.key"));
        properties.put("assay.fetch.pinned-documents", data.pinnedDocuments());
        // Whoever runs it here is the operator too.
        properties.put("assay.skills.import-by-api", true);
        properties.put("assay.public-address", "http://localhost:" + options.port());
        properties.put("assay.identity.admin.client-secret", SampleRealm.PEOPLE_SECRET);
        properties.put("assay.mail.from", "no-reply@assay.example");
        properties.put("assay.mail.folder", data.mail());
        properties.put("logging.file.name", data.applicationLog());
        properties.put("logging.threshold.console", "OFF");
        properties.put("spring.main.banner-mode", "off");
        return properties;
    }
}
