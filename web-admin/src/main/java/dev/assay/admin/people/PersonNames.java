package dev.assay.admin.people;

import dev.assay.admin.shell.Words;
import dev.assay.hiring.members.Member;
import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.members.Members;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What to call the people whom records name by their id at Keycloak. */
@Component
public class PersonNames {

    private static final String PERSON = "person:";

    private final Members members;
    private final Words words;

    PersonNames(Members members, Words words) {
        this.members = members;
        this.words = words;
    }

    /** Those who are members still; the others are left out. */
    public Map<UUID, String> of(Actor actor, Collection<UUID> subjects) {
        return members.withSubjects(actor, subjects).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, member -> PeopleWords.name(member.getValue())));
    }

    /** What to call a member; for who may know who works here. */
    public String of(Actor actor, MemberId id) {
        return Optional.ofNullable(members.withIds(actor, List.of(id)).get(id))
                .map(PeopleWords::name)
                .orElseGet(() -> words.say("by.gone"));
    }

    /** What to call a member one knows already. */
    public static String of(Member member) {
        return PeopleWords.name(member);
    }

    /**
     * What to call each of those whom records name as having done something: the reader is "you",
     * and who may not know who works here is told of colleagues.
     */
    public UnaryOperator<String> signatures(Actor actor, Collection<String> references) {
        Map<UUID, String> names =
                actor.may(Permission.READ_MEMBERS)
                        ? of(
                                actor,
                                references.stream()
                                        .flatMap(one -> subject(one).stream())
                                        .distinct()
                                        .toList())
                        : Map.of();
        return reference -> signature(actor, reference, names);
    }

    private String signature(Actor actor, String reference, Map<UUID, String> names) {
        if (reference.equals(actor.reference())) {
            return words.say("by.you");
        }
        Optional<UUID> subject = subject(reference);
        if (subject.isEmpty()) {
            return words.say("by.assay");
        }
        return Optional.ofNullable(names.get(subject.get()))
                .orElseGet(() ->
                        words.say(actor.may(Permission.READ_MEMBERS) ? "by.gone" : "by.colleague"));
    }

    /** Who a person that a record names is at Keycloak; empty for what is none. */
    public static Optional<UUID> subject(String reference) {
        try {
            return reference.startsWith(PERSON)
                    ? Optional.of(UUID.fromString(reference.substring(PERSON.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
