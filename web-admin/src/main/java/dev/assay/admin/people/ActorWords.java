package dev.assay.admin.people;

import dev.assay.admin.shell.Words;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who did something, in words, from how records name actors. */
public final class ActorWords {

    private static final String SERVICE = "service:";

    private final Words words;

    public ActorWords(Words words) {
        this.words = words;
    }

    /**
     * @param names of people by their id at Keycloak
     */
    public String by(String actor, Map<UUID, String> names) {
        if (actor.startsWith(SERVICE)) {
            return words.say("audit.by-assay", actor.substring(SERVICE.length()));
        }
        return PersonNames.subject(actor)
                .map(id ->
                        Optional.ofNullable(names.get(id))
                                .orElseGet(() -> words.say("audit.by-unknown", id)))
                .orElse(actor);
    }
}
