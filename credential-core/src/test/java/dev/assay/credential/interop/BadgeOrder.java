package dev.assay.credential.interop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an independent implementation is asked to sign.
 *
 * @param kinds as {@code interop/sign.mjs} names them; all that it knows when empty
 */
public record BadgeOrder(
        String email,
        String salt,
        String name,
        Instant validFrom,
        Optional<Instant> validUntil,
        List<Skill> skills,
        List<String> kinds) {

    /** One alignment, and the level of 1 to 5 that the holder's result states. */
    public record Skill(String targetUrl, String targetName, OptionalInt level) {}

    public BadgeOrder {
        skills = List.copyOf(skills);
        kinds = List.copyOf(kinds);
    }

    /** A badge without skills or end, to be signed in every kind. */
    public static BadgeOrder of(String email, String name, Instant validFrom) {
        return new BadgeOrder(
                email, "grain-of-salt", name, validFrom, Optional.empty(), List.of(), List.of());
    }

    public BadgeOrder withSkill(String targetUrl, String targetName) {
        return withSkill(new Skill(targetUrl, targetName, OptionalInt.empty()));
    }

    public BadgeOrder withSkill(String targetUrl, String targetName, int level) {
        return withSkill(new Skill(targetUrl, targetName, OptionalInt.of(level)));
    }

    private BadgeOrder withSkill(Skill skill) {
        var more = new ArrayList<>(skills);
        more.add(skill);
        return new BadgeOrder(email, salt, name, validFrom, validUntil, more, kinds);
    }

    public BadgeOrder withValidUntil(Instant end) {
        return new BadgeOrder(email, salt, name, validFrom, Optional.of(end), skills, kinds);
    }

    public BadgeOrder withKinds(String... wanted) {
        return new BadgeOrder(email, salt, name, validFrom, validUntil, skills, List.of(wanted));
    }
}
