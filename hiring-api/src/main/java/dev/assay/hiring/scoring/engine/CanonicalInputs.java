package dev.assay.hiring.scoring.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The canonical encoding of a score's inputs: bencode (BEP 3), in which every value has exactly one
 * form and which most languages have a library for.
 *
 * <p>Dictionaries carry the field names of the records of this package; a field that is null is
 * left out. Lists whose order means nothing are sorted by their encoded bytes, which is all of them
 * but the steps of a recency rule. Ids are UUIDs in lower case, dates ISO 8601, choices their
 * codes, truth 1 or 0. All text is ASCII.
 */
final class CanonicalInputs {

    private static final String FORMAT = "assay-scoring-inputs/1";

    private CanonicalInputs() {}

    static String of(ScoringInput input) {
        return new Dictionary()
                .text("format", FORMAT)
                .text("submittedOn", input.submittedOn().toString())
                .put("policy", policy(input.policy()))
                .put("requirements", sorted(input.requirements(), CanonicalInputs::requirement))
                .put("evidence", sorted(input.evidence(), CanonicalInputs::item))
                .encoded();
    }

    private static String requirement(Requirement requirement) {
        return new Dictionary()
                .text("skill", requirement.skill().id().toString())
                .number("importance", requirement.importance().value())
                .flag("mustHave", requirement.mustHave())
                .level(requirement.level())
                .encoded();
    }

    private static String item(EvidenceItem item) {
        Dictionary dictionary =
                new Dictionary()
                        .text("ref", item.ref().id().toString())
                        .text("kind", item.kind().code())
                        .text("standing", standing(item.standing()))
                        .text("tier", item.tier().code())
                        .text("group", item.group().reference())
                        .text("assessment", item.assessment().code())
                        .number("skillsListed", item.skillsListed())
                        .put("skills", sorted(item.skills(), CanonicalInputs::shown));
        return item.achievedOn() == null
                ? dictionary.encoded()
                : dictionary.text("achievedOn", item.achievedOn().toString()).encoded();
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case Standing.Counted _ -> "counted";
            case Standing.Ignored ignored -> "ignored:" + ignored.reason().code();
            case Standing.Open open -> "open:" + open.reason().code();
        };
    }

    private static String shown(SkillShown shown) {
        return new Dictionary()
                .text("skill", shown.skill().id().toString())
                .text("alignment", alignment(shown.alignment()))
                .level(shown.level())
                .flag("ownResult", shown.ownResult())
                .encoded();
    }

    private static String alignment(Alignment alignment) {
        return switch (alignment) {
            case Alignment.Exact _ -> "exact";
            case Alignment.Mapped(var by, var factor) -> "mapped:" + by + ":" + factor.value();
            case Alignment.Crosswalk _ -> "crosswalk";
            case Alignment.Narrower narrower -> "narrower:" + narrower.steps();
            case Alignment.Broader _ -> "broader";
            case Alignment.Unconfirmed _ -> "unconfirmed";
        };
    }

    private static String policy(ScoringPolicy policy) {
        return new Dictionary()
                .text("id", policy.ref().id())
                .number("version", policy.ref().version())
                .put("tiers", tiers(policy.tiers()))
                .put("alignments", alignments(policy.alignments()))
                .put("levels", levels(policy.levels()))
                .put("assessments", assessments(policy.assessments()))
                .points("mustHaveAlignment", policy.mustHaveAlignment())
                .points("secondVoice", policy.secondVoice())
                .put(
                        "recency",
                        sorted(policy.recency().entrySet(), e -> recency(e.getKey(), e.getValue())))
                .encoded();
    }

    private static String tiers(ScoringPolicy.Tiers tiers) {
        return new Dictionary()
                .points("recognised", tiers.recognised())
                .points("trusted", tiers.trusted())
                .points("known", tiers.known())
                .points("employer", tiers.employer())
                .encoded();
    }

    private static String alignments(ScoringPolicy.Alignments alignments) {
        return new Dictionary()
                .points("exact", alignments.exact())
                .points("mapped", alignments.mapped())
                .points("crosswalk", alignments.crosswalk())
                .points("narrower", alignments.narrower())
                .number("narrowerSteps", alignments.narrowerSteps())
                .points("broader", alignments.broader())
                .number("manySkills", alignments.manySkills())
                .points("manySkillsCap", alignments.manySkillsCap())
                .encoded();
    }

    private static String levels(ScoringPolicy.Levels levels) {
        return new Dictionary()
                .points("reached", levels.reached())
                .points("oneBelow", levels.oneBelow())
                .points("twoBelow", levels.twoBelow())
                .encoded();
    }

    private static String assessments(ScoringPolicy.Assessments assessments) {
        return new Dictionary()
                .points("withIdentity", assessments.withIdentity())
                .points("supervised", assessments.supervised())
                .points("unsupervised", assessments.unsupervised())
                .encoded();
    }

    private static String recency(SkillRef skill, Recency recency) {
        StringBuilder steps = new StringBuilder("l");
        for (Recency.Step step : recency.steps()) {
            steps.append(
                    new Dictionary()
                            .number("months", step.months())
                            .points("value", step.value())
                            .encoded());
        }
        return new Dictionary()
                .text("skill", skill.id().toString())
                .put("steps", steps.append('e').toString())
                .encoded();
    }

    private static <T> String sorted(Collection<T> elements, Function<T, String> encode) {
        String[] encoded = new String[elements.size()];
        int length = 2;
        int count = 0;
        for (T element : elements) {
            encoded[count] = encode.apply(element);
            length += encoded[count++].length();
        }
        Arrays.sort(encoded);
        StringBuilder list = new StringBuilder(length).append('l');
        for (String one : encoded) {
            list.append(one);
        }
        return list.append('e').toString();
    }

    /** A bencode dictionary: keys in byte order, values already encoded. */
    private static final class Dictionary {

        private static final int LARGEST = 12;

        private final String[] keys = new String[LARGEST];
        private final String[] values = new String[LARGEST];
        private int size;

        /** Into its place: dictionaries are small, and mostly come in order. */
        Dictionary put(String key, String encodedValue) {
            int place = size++;
            while (place > 0 && keys[place - 1].compareTo(key) > 0) {
                keys[place] = keys[place - 1];
                values[place] = values[place - 1];
                place--;
            }
            keys[place] = key;
            values[place] = encodedValue;
            return this;
        }

        Dictionary text(String key, String value) {
            return put(key, value.length() + ":" + value);
        }

        Dictionary number(String key, int value) {
            return put(key, "i" + value + "e");
        }

        Dictionary flag(String key, boolean value) {
            return put(key, value ? "i1e" : "i0e");
        }

        Dictionary points(String key, BasisPoints value) {
            return number(key, value.value());
        }

        Dictionary level(@Nullable Level level) {
            return level == null ? this : number("level", level.value());
        }

        String encoded() {
            int length = 2;
            for (int i = 0; i < size; i++) {
                length += 3 + keys[i].length() + values[i].length();
            }
            StringBuilder dictionary = new StringBuilder(length).append('d');
            for (int i = 0; i < size; i++) {
                dictionary.append(keys[i].length()).append(':').append(keys[i]).append(values[i]);
            }
            return dictionary.append('e').toString();
        }
    }
}
