package dev.assay.hiring.platform.local;

/**
 * What is printed once everything is up: where things are, who may sign in, and a line to paste.
 */
final class Announcement {
    private static final String TEXT =
            """

            Assay is ready.

              Console    http://localhost:%1$d/
              API        http://localhost:%1$d/v1
              Keycloak   http://localhost:%2$d/  (administrator "admin", password in %4$s)

            Sample logins; each password is the name:

              rita   recruiter at Harbor Analytics
              hana   HR administrator at Harbor Analytics
              ada    auditor at Harbor Analytics
              omar   recruiter at Cedar Health
              sam    recruiter at both

            The jobs of Harbor Analytics, as rita:

              curl -s http://localhost:%1$d/v1/jobs -H "Authorization: Bearer $(curl -s %3$s/protocol/openid-connect/token -d grant_type=password -d client_id=assay-cli -d username=rita -d password=rita --data-urlencode 'scope=openid organization:*' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')"

            Data and logs are in %5$s. Ctrl-C stops everything.
            """;

    private Announcement() {}

    static String of(LocalOptions options, KeycloakSettings keycloak) {
        return TEXT.formatted(
                options.port(),
                options.keycloakPort(),
                keycloak.issuer(),
                options.data().resolve("secrets").resolve("keycloak-admin"),
                options.data());
    }
}
