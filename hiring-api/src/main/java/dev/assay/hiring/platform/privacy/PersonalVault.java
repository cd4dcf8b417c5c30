package dev.assay.hiring.platform.privacy;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PersonId;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Makes the key of each. Once a person, before anything is sealed for them. */
    public void admit(Actor actor, Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return;
        }
        Map<PersonId, byte[]> wrapped = new HashMap<>();
        for (PersonId person : persons) {
            byte[] key = new byte[KEY_BYTES];
            RANDOM.nextBytes(key);
            wrapped.put(person, master.wrap(key, PersonKeys.context(actor.employer(), person)));
        }
        keys.insert(actor.employer(), wrapped);
    }

    /** Destroys the person's key, and with it everything sealed under it. For good. */
    public void destroyKey(Actor actor, PersonId person) {
        keys.delete(actor.employer(), person);
    }

    /** The keys of these persons, in one look; those who were erased have none. */
    public PersonKeys keys(Actor actor, Collection<PersonId> persons) {
        Map<PersonId, byte[]> unwrapped = new HashMap<>();
        keys.wrappedKeys(actor.employer(), persons)
                .forEach((person, wrapped) ->
                        unwrapped.put(
                                person,
                                master.unwrap(
                                        wrapped, PersonKeys.context(actor.employer(), person))));
        return new PersonKeys(actor.employer(), unwrapped);
    }

    /** Seals bytes under the person's key. */
    public byte[] seal(Actor actor, PersonId person, byte[] plain) {
        return keys(actor, List.of(person)).seal(person, plain);
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws NotFound when the person was erased
     */
    public byte[] open(Actor actor, PersonId person, byte[] sealed) {
        return keys(actor, List.of(person))
                .open(person, sealed)
                .orElseThrow(() -> new NotFound("person"));
    }
}
