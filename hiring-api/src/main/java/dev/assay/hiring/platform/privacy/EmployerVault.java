package dev.assay.hiring.platform.privacy;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PersonId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals and digests what belongs to an employer and to no person in particular. The key is made
 * when it is first needed and lies among those of persons, under the employer's own id, so that
 * whatever wraps those anew wraps it too. To be called inside the employer's transaction.
 */
@Component
public class EmployerVault {

    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String MADE_HERE = "employer-key-made";

    private final PersonKeyRepository keys;
    private final TenantTransaction transactions;
    private final MasterKey master;

    /** Keys that were seen stored; never one whose transaction may yet roll back. */
    private final Map<EmployerId, byte[]> known = new ConcurrentHashMap<>();

    EmployerVault(
            PersonKeyRepository keys,
            TenantTransaction transactions,
            PrivacyProperties properties) {
        this.keys = keys;
        this.transactions = transactions;
        this.master = MasterKey.read(properties.masterKeyFile());
    }

    public byte[] seal(Actor actor, byte[] plain) {
        return AesGcm.seal(keyOf(actor.employer()), plain, context(actor.employer()));
    }

    /** Opens what {@link #seal} made. */
    public byte[] open(Actor actor, byte[] sealed) {
        return AesGcm.open(keyOf(actor.employer()), sealed, context(actor.employer()));
    }

    /** A digest that only this employer's key can make: HMAC-SHA-256 (RFC 2104). */
    public byte[] digest(Actor actor, byte[] plain) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(keyOf(actor.employer()), HMAC));
            return mac.doFinal(plain);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", failure);
        }
    }

    private byte[] keyOf(EmployerId employer) {
        byte[] key = known.get(employer);
        return key == null ? stored(employer) : key;
    }

    private byte[] stored(EmployerId employer) {
        PersonId owner = new PersonId(employer.value());
        Optional<byte[]> before = find(employer, owner);
        if (before.isPresent()) {
            if (!transactions.wasAsked(MADE_HERE)) {
                known.put(employer, before.get());
            }
            return before.get();
        }
        transactions.isFirst(MADE_HERE);
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        keys.insertUnlessThere(
                employer, owner, master.wrap(key, PersonKeys.context(employer, owner)));
        // Another transaction may have been faster, and then it is its key.
        return find(employer, owner)
                .orElseThrow(() -> new IllegalStateException("a key vanished that was just made"));
    }

    private Optional<byte[]> find(EmployerId employer, PersonId owner) {
        return Optional.ofNullable(keys.wrappedKeys(employer, List.of(owner)).get(owner))
                .map(wrapped -> master.unwrap(wrapped, PersonKeys.context(employer, owner)));
    }

    private static String context(EmployerId employer) {
        return PersonKeys.context(employer, new PersonId(employer.value()));
    }
}
