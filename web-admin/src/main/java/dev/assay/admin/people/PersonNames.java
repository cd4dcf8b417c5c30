package dev.assay.admin.people;

import dev.assay.hiring.members.Members;
import dev.assay.hiring.shared.Actor;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What to call the people whom records name by their id at Keycloak. */
@Component
public class PersonNames {

    private final Members members;

    PersonNames(Members members) {
        this.members = members;
    }

    /** Those who are members still; the others are left out. */
    public Map<UUID, String> of(Actor actor, Collection<UUID> subjects) {
        return members.withSubjects(actor, subjects).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, member -> PeopleWords.name(member.getValue())));
    }
}
