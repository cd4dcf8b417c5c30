package dev.assay.hiring.platform.signing;

import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PlatformVault;
import dev.assay.hiring.platform.signing.PlatformKeyRepository.SealedKey;
import dev.assay.hiring.platform.web.PublicAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs documents in the platform's name ({@code eddsa-jcs-2022}), as a did:web of the public
 * address. A verification method is named by its own public key, so a signature can be checked
 * without the network, and whose key it is against a saved {@code did.json}. Not to be called
 * inside a transaction.
 */
@Component
@EnableConfigurationProperties(SigningProperties.class)
public class PlatformSigner {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformSigner.class);
    private static final int SEED_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PlatformKeyRepository keys;
    private final PlatformVault vault;
    private final TenantTransaction transactions;
    private final SigningProperties properties;
    private final Clock clock;
    private final String did;

    PlatformSigner(
            PlatformKeyRepository keys,
            PlatformVault vault,
            TenantTransaction transactions,
            SigningProperties properties,
            PublicAddress address,
            Clock clock) {
        this.keys = keys;
        this.vault = vault;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
        this.did = did(address.publicAddress());
    }

    /** Who the platform is: a did:web of its public address. */
    public String did() {
        return did;
    }

    /** A signed copy. */
    public ObjectNode sign(ObjectNode document) {
        Ed25519SigningKey key = signingKey();
        return DataIntegritySigner.create(
                        key, method(key.publicKeyMultibase()), ProofSuite.EDDSA_JCS_2022)
                .sign(document, clock.instant());
    }

    /** Every key it will sign with next, signs or ever signed with, newest first. */
    public List<PlatformKey> keys() {
        return transactions.withoutTenant(keys::all);
    }

    /** How proofs name a key. */
    public String method(String multikey) {
        return did + "#" + multikey;
    }

    /**
     * Makes the first key, announces the next one a day before the one that signs has signed long
     * enough, lets that take over in its time, and seals all anew that an older master key sealed.
     */
    void tend() {
        transactions.withoutTenantAsWorker(() -> {
            Instant now = clock.instant();
            Optional<SealedKey> signing = keys.signing();
            if (signing.isEmpty()) {
                keep(made(Optional.of(now)));
            } else if (!now.isBefore(until(signing.get()).minus(properties.announcedBefore()))) {
                keys.announced()
                        .ifPresentOrElse(
                                next -> succeed(signing.get(), next, now),
                                () -> keep(made(Optional.empty())));
            }
            keys.sealed().stream()
                    .filter(key -> vault.isOutdated(key.sealed()))
                    .forEach(key -> keys.reseal(key, vault.seal(opened(key), context(key))));
            return true;
        });
    }

    private void keep(SealedKey key) {
        if (keys.insertUnlessPlaceIsTaken(key)) {
            LOG.info(
                    "the platform {} key {}",
                    key.signsFrom().isPresent() ? "signs with a first" : "announces its next",
                    key.multikey());
        }
    }

    private void succeed(SealedKey signing, SealedKey next, Instant now) {
        boolean known = !now.isBefore(next.createdAt().plus(SigningProperties.COPIES_KEPT));
        if (known && !now.isBefore(until(signing)) && keys.retire(signing, now)) {
            keys.sign(next, now);
            LOG.info("the platform signs with its next key, {}", next.multikey());
        }
    }

    private Instant until(SealedKey signing) {
        return signing.signsFrom().orElseThrow().plus(properties.rotateAfter());
    }

    private Ed25519SigningKey signingKey() {
        Optional<SealedKey> signing = transactions.withoutTenant(keys::signing);
        if (signing.isEmpty()) {
            tend();
            signing = transactions.withoutTenant(keys::signing);
        }
        return Ed25519SigningKey.fromSeed(
                opened(
                        signing.orElseThrow(
                                () -> new IllegalStateException("there is no key to sign with"))));
    }

    private SealedKey made(Optional<Instant> signsFrom) {
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        String multikey = Ed25519SigningKey.fromSeed(seed).publicKeyMultibase();
        return new SealedKey(
                multikey, vault.seal(seed, context(multikey)), clock.instant(), signsFrom);
    }

    private byte[] opened(SealedKey key) {
        return vault.open(key.sealed(), context(key));
    }

    private static String context(SealedKey key) {
        return context(key.multikey());
    }

    private static String context(String multikey) {
        return "signing-key/" + multikey;
    }

    /** The port is part of the host, its colon encoded (did:web §3.1). */
    static String did(URI address) {
        return "did:web:"
                + address.getHost()
                + (address.getPort() < 0 ? "" : "%3A" + address.getPort());
    }
}
