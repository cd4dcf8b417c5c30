package dev.assay.hiring.platform.privacy;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PersonId;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of some persons, unwrapped for one piece of work. To be dropped with the transaction
 * they were read in: a key that is kept survives its erasure.
 */
public final class PersonKeys {

    private static final String MAC = "HmacSHA256";

    private final EmployerId employer;
    private final Map<PersonId, byte[]> keys;

    PersonKeys(EmployerId employer, Map<PersonId, byte[]> keys) {
        this.employer = employer;
        this.keys = Map.copyOf(keys);
    }

    /**
     * Seals bytes under the person's key.
     *
     * @throws NotFound when the person has none: never admitted, or erased
     */
    public byte[] seal(PersonId person, byte[] plain) {
        return AesGcm.seal(require(person), plain, context(employer, person));
    }

    /** Opens what {@link #seal} made; empty when the person was erased. */
    public Optional<byte[]> open(PersonId person, byte[] sealed) {
        return Optional.ofNullable(keys.get(person))
                .map(key -> AesGcm.open(key, sealed, context(employer, person)));
    }

    /**
     * A digest that tells equal documents of one person and tells nothing once the person's key is
     * gone: HMAC-SHA-256 (RFC 2104) under that key.
     *
     * @throws NotFound when the person has none: never admitted, or erased
     */
    public byte[] digest(PersonId person, byte[] plain) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(require(person), MAC));
            return mac.doFinal(plain);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", failure);
        }
    }

    static String context(EmployerId employer, PersonId person) {
        return employer + "/" + person;
    }

    private byte[] require(PersonId person) {
        byte[] key = keys.get(person);
        if (key == null) {
            throw new NotFound("person");
        }
        return key;
    }
}
