package dev.assay.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@WithDatabase
class StartupIT {

    private static final URI NOWHERE = URI.create("http://localhost:1/realms/assay");

    @Test
    void isReadyOnAMigratedDatabaseEvenWhileKeycloakIsAway(TestDatabase database) throws Exception {
        try (var application =
                        ApplicationUnderTest.start(HiringApplication.class, database, NOWHERE);
                var http = HttpClient.newHttpClient()) {
            var readiness =
                    HttpRequest.newBuilder(
                                    application.address().resolve("/actuator/health/readiness"))
                            .build();

            HttpResponse<String> answer =
                    http.send(readiness, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).contains("UP");
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
