package dev.assay.hiring.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.WithApplication;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@WithApplication
class EmployerVaultIT {

    private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.UTF_8);

    private final ApplicationUnderTest node;
    private final EmployerVault vault;
    private final TenantTransaction transactions;
    private final Employers employers;

    EmployerVaultIT(ApplicationUnderTest node) {
        this.node = node;
        this.vault = node.bean(EmployerVault.class);
        this.transactions = node.bean(TenantTransaction.class);
        this.employers = node.bean(Employers.class);
    }

    /** Or what is sealed next could be opened only until this node ends. */
    @Test
    void forgetsAKeyWhoseTransactionRolledBack() {
        Actor actor = newcomer();
        assertThatThrownBy(() ->
                        transactions.in(
                                actor,
                                () -> {
                                    vault.digest(actor, PLAIN);
                                    vault.digest(actor, PLAIN);
                                    throw new IllegalStateException("no");
                                }))
                .hasMessage("no");

        byte[] sealed = transactions.in(actor, () -> vault.seal(actor, PLAIN));

        var another =
                new EmployerVault(
                        node.bean(PersonKeyRepository.class),
                        transactions,
                        node.bean(PrivacyProperties.class));
        assertThat(transactions.in(actor, () -> another.open(actor, sealed))).isEqualTo(PLAIN);
    }

    private Actor newcomer() {
        UUID id = NewIds.next();
        employers.establish(
                new EmployerId(id), "vault-" + id, "Vault " + id, UUID.randomUUID().toString());
        return new Actor.Service(new EmployerId(id), "testkit");
    }
}
