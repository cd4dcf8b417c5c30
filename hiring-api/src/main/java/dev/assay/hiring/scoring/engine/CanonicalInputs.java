package dev.assay.hiring.scoring.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

    // Many scores in a row are of one policy and one job: what was written last is kept.
    private static volatile @Nullable Last<ScoringPolicy> lastPolicy;
    private static volatile @Nullable Last<List<Requirement>> lastRequirements;

    private CanonicalInputs() {}

    static String of(ScoringInput input) {
        StringBuilder all = new StringBuilder(4_096).append("d8:evidence");
        sorted(all, input.evidence(), CanonicalInputs::item);
        text(all.append("6:format"), FORMAT);
        all.append("6:policy").append(policyOf(input));
        all.append("12:requirements").append(requirementsOf(input));
        return text(all.append("11:submittedOn"), input.submittedOn().toString())
                .append('e')
                .toString();
    }

    private static String policyOf(ScoringInput input) {
        Last<ScoringPolicy> last = lastPolicy;
        if (last == null || !last.isOf(input.policy())) {
            last = new Last<>(input.policy(), policy(input.policy()));
            lastPolicy = last;
        }
        return last.as();
    }

    private static String requirementsOf(ScoringInput input) {
        Last<List<Requirement>> last = lastRequirements;
        if (last == null || !last.isOf(input.requirements())) {
            last =
                    new Last<>(
                            input.requirements(),
                            sorted(input.requirements(), CanonicalInputs::requirement));
            lastRequirements = last;
        }
        return last.as();
    }

    private static String requirement(Requirement requirement) {
        StringBuilder one = new StringBuilder(112);
        number(one.append("d10:importance"), requirement.importance().value());
        level(one, requirement.level());
        flag(one.append("8:mustHave"), requirement.mustHave());
        return text(one.append("5:skill"), requirement.skill().id().toString())
                .append('e')
                .toString();
    }

    private static String item(EvidenceItem item) {
        StringBuilder one = new StringBuilder(768).append('d');
        if (item.achievedOn() != null) {
            text(one.append("10:achievedOn"), item.achievedOn().toString());
        }
        text(one.append("10:assessment"), item.assessment().code());
        text(one.append("5:group"), item.group().reference());
        text(one.append("4:kind"), item.kind().code());
        text(one.append("3:ref"), item.ref().id().toString());
        sorted(one.append("6:skills"), item.skills(), CanonicalInputs::shown);
        number(one.append("12:skillsListed"), item.skillsListed());
        text(one.append("8:standing"), standing(item.standing()));
        return text(one.append("4:tier"), item.tier().code()).append('e').toString();
    }

    private static String shown(SkillShown shown) {
        StringBuilder one = new StringBuilder(128).append('d');
        text(one.append("9:alignment"), alignment(shown.alignment()));
        level(one, shown.level());
        flag(one.append("9:ownResult"), shown.ownResult());
        return text(one.append("5:skill"), shown.skill().id().toString()).append('e').toString();
    }

    private static void level(StringBuilder to, @Nullable Level level) {
        if (level != null) {
            number(to.append("5:level"), level.value());
        }
    }

    private static StringBuilder text(StringBuilder to, String value) {
        return to.append(value.length()).append(':').append(value);
    }

    private static void number(StringBuilder to, int value) {
        to.append('i').append(value).append('e');
    }

    private static void flag(StringBuilder to, boolean value) {
        to.append(value ? "i1e" : "i0e");
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case Standing.Counted _ -> "counted";
            case Standing.Ignored ignored -> "ignored:" + ignored.reason().code();
            case Standing.Open open -> "open:" + open.reason().code();
        };
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
        return sorted(new StringBuilder(), elements, encode).toString();
    }

    private static <T> StringBuilder sorted(
            StringBuilder to, Collection<T> elements, Function<T, String> encode) {
        String[] encoded = new String[elements.size()];
        int count = 0;
        for (T element : elements) {
            encoded[count++] = encode.apply(element);
        }
        Arrays.sort(encoded);
        to.append('l');
        for (String one : encoded) {
            to.append(one);
        }
        return to.append('e');
    }

    /** Something that many inputs have in common, and how it is written. */
    private record Last<T>(T encoded, String as) {

        @SuppressWarnings(
                "ReferenceEquality") // to compare them would cost as much as to write them
        boolean isOf(T other) {
            return encoded == other;
        }
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

        Dictionary points(String key, BasisPoints value) {
            return number(key, value.value());
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
