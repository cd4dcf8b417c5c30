package dev.assay.admin.people;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.members.Member;
import dev.assay.hiring.members.MemberState;
import dev.assay.hiring.platform.mail.MailEntry;
import dev.assay.hiring.platform.mail.MailState;
import dev.assay.hiring.shared.EmployerRole;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Members and mail in words. */
@Component
public class PeopleWords {

    private final Words words;
    private final Moments moments;

    PeopleWords(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
    }

    PersonRow row(Member member) {
        return new PersonRow(
                member.id().toString(),
                name(member),
                Objects.requireNonNullElse(member.email(), ""),
                roles(member.roles()),
                member.roles().stream().sorted().map(EmployerRole::wireName).toList(),
                state(member.state()),
                member.fault() == null ? null : words.say("member.fault." + member.fault()),
                moments.of(member.createdAt()),
                member.version().value());
    }

    /** A line of the delivery log. */
    public MailRow row(MailEntry mail) {
        return new MailRow(
                mail.id().toString(),
                words.say("mail.kind." + mail.kind()),
                mail.recipient(),
                state(mail.state()),
                mail.fault(),
                moments.of(mail.queuedAt()));
    }

    List<RoleChoice> choices(Collection<String> held) {
        return Arrays.stream(EmployerRole.values())
                .map(role ->
                        new RoleChoice(
                                role.wireName(),
                                words.say("role." + role.wireName()),
                                words.say("role." + role.wireName() + ".meaning"),
                                held.contains(role.wireName())))
                .toList();
    }

    /** The roles with these names; names of none are left out. */
    static Set<EmployerRole> chosen(Collection<String> names) {
        return Arrays.stream(EmployerRole.values())
                .filter(role -> names.contains(role.wireName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What to call somebody: their name, or else their address. */
    static String name(Member member) {
        String name =
                Stream.of(member.givenName(), member.familyName())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                        .strip();
        return name.isEmpty() ? Objects.requireNonNullElse(member.email(), "") : name;
    }

    private String roles(Set<EmployerRole> roles) {
        return roles.stream()
                .sorted()
                .map(role -> words.say("role." + role.wireName()))
                .collect(Collectors.joining(", "));
    }

    private Badge state(MemberState state) {
        String word = words.say("member.state." + state.wireName());
        return switch (state) {
            case INVITED -> Badge.unsure(word);
            case ACTIVE -> Badge.none(word);
        };
    }

    /** Why there is nothing to read of a mail. */
    String absence(MailState state) {
        return words.say("mail.absence." + state.wireName());
    }

    private Badge state(MailState state) {
        String word = words.say("mail.state." + state.wireName());
        return switch (state) {
            case QUEUED -> Badge.unsure(word);
            case SENT -> Badge.verified(word);
            case FAILED -> Badge.failed(word);
        };
    }
}
