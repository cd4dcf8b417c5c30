package dev.assay.hiring.platform.privacy;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Seals what must be kept exactly as it was received. Every person has a key of their own; once
 * that key is gone, no sealed copy of theirs can be read again, wherever it lies. To be called
 * inside the employer's transaction.
 */
@Component
@EnableConfigurationProperties(PrivacyProperties.class)
public class PersonalVault {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PersonKeyRepository keys;
    private final MasterKey master;

    PersonalVault(PersonKeyRepository keys, PrivacyProperties properties) {
        this.keys = keys;
        this.master = MasterKey.read(properties.masterKeyFile());
    }

    /** Makes the person's key. Once a person, before anything is sealed for them. */
    public void admit(Actor actor, PersonId person) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        keys.insert(actor.employer(), person, master.wrap(key, context(actor, person)));
    }

    /** Seals bytes under the person's key. */
    public byte[] seal(Actor actor, PersonId person, byte[] plain) {
        return AesGcm.seal(keyOf(actor, person), plain, context(actor, person));
    }

    /** Opens what {@link #seal} made. */
    public byte[] open(Actor actor, PersonId person, byte[] sealed) {
        return AesGcm.open(keyOf(actor, person), sealed, context(actor, person));
    }

    /**
     * A digest that tells equal documents of one person and tells nothing once the person's key is
     * gone: HMAC-SHA-256 (RFC 2104) under that key.
     */
    public byte[] digest(Actor actor, PersonId person, byte[] plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keyOf(actor, person), "HmacSHA256"));
            return mac.doFinal(plain);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", failure);
        }
    }

    private byte[] keyOf(Actor actor, PersonId person) {
        return master.unwrap(keys.wrappedKey(actor.employer(), person), context(actor, person));
    }

    private static String context(Actor actor, PersonId person) {
        return actor.employer() + "/" + person;
    }
}
