package dev.assay.hiring.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.platform.persistence.BareTransactions;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** A stranger's host must not hold a connection to our database. */
@WithDatabase
class FetchInTransactionIT {

    @Test
    void isRefusedBeforeAnythingIsAsked(TestDatabase database) throws NoSuchAlgorithmException {
        var transactions = BareTransactions.of(database).door();
        var actor = new Actor.Service(new EmployerId(UUID.randomUUID()), "test");
        try (TestServer canary = TestServer.canary();
                FetchGuard guard = new Guards().before(canary, SSLContext.getDefault())) {
            assertThatThrownBy(() ->
                            transactions.in(
                                    actor,
                                    () ->
                                            guard.document(
                                                    "https://school.example/",
                                                    Duration.ofSeconds(1))))
                    .hasMessageContaining("inside a transaction");
            assertThat(canary.connections).hasValue(0);
        }
    }
}
