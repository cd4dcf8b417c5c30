package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.AssessmentMode;
import dev.assay.hiring.scoring.engine.AuthorityTier;
import dev.assay.hiring.scoring.engine.EvidenceItem;
import dev.assay.hiring.scoring.engine.EvidenceKind;
import dev.assay.hiring.scoring.engine.Importance;
import dev.assay.hiring.scoring.engine.IndependenceGroup;
import dev.assay.hiring.scoring.engine.ItemRef;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.Requirement;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.scoring.engine.SkillShown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a score was computed from, but for the policy, as its row keeps it: a line a fact, words
 * apart by one space, {@code -} for what is not stated. A skill that an item shows is named by the
 * place of its requirement. Reading it back gives an equal input.
 *
 * <pre>
 * 1 SUBMITTED
 * r SKILL IMPORTANCE MUST-HAVE LEVEL
 * i ITEM KIND STANDING TIER GROUP ASSESSMENT ACHIEVED LISTED
 * s SKILL ALIGNMENT LEVEL OWN-RESULT
 * </pre>
 *
 * <p>The first word is the form. Rows of before have {@linkplain ScoringInputJson JSON}, and are
 * read as they are.
 */
final class KeptInputs {

    private static final String FORM = "1";
    private static final String NONE = "-";
    private static final String YES = "y";
    private static final String NO = "n";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KeptInputs() {}

    static String write(ScoringInput input) {
        var text = new StringBuilder(1_024);
        words(text, FORM, input.submittedOn());
        for (Requirement one : input.requirements()) {
            words(
                    text,
                    "r",
                    one.skill().id(),
                    one.importance().value(),
                    flag(one.mustHave()),
                    level(one.level()));
        }
        for (EvidenceItem item : input.evidence()) {
            words(
                    text,
                    "i",
                    item.ref().id(),
                    item.kind().code(),
                    ScoringInputJson.standing(item.standing()),
                    item.tier().code(),
                    item.group().reference(),
                    item.assessment().code(),
                    item.achievedOn() == null ? NONE : item.achievedOn(),
                    item.skillsListed());
            item.skills().stream()
                    .map(shown -> shown(shown, input.requirements()))
                    // A set has no order of its own, and equal inputs are to be kept alike.
                    .sorted()
                    .forEach(text::append);
        }
        return text.toString();
    }

    /**
     * @throws IllegalArgumentException when it is no input, or one the engine refuses
     */
    static ScoringInput read(String kept, ScoringPolicy policy) {
        return new Reader(policy).read(kept);
    }

    private static String shown(SkillShown shown, List<Requirement> requirements) {
        var line = new StringBuilder(64);
        int place = 0;
        while (place < requirements.size()
                && !requirements.get(place).skill().equals(shown.skill())) {
            place++;
        }
        words(
                line,
                "s",
                place < requirements.size() ? place : shown.skill().id(),
                ScoringInputJson.alignment(shown.alignment()),
                level(shown.level()),
                flag(shown.ownResult()));
        return line.toString();
    }

    private static void words(StringBuilder text, Object... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : " ").append(words[i]);
        }
        text.append('\n');
    }

    private static String flag(boolean value) {
        return value ? YES : NO;
    }

    private static String level(@Nullable Level level) {
        return level == null ? NONE : String.valueOf(level.value());
    }

    /** Reads many; those that follow one another and ask for the same share what they ask for. */
    static final class Reader {

        private final ScoringPolicy policy;
        private String asked = "";
        private List<Requirement> requirements = List.of();

        Reader(ScoringPolicy policy) {
            this.policy = policy;
        }

        /**
         * @throws IllegalArgumentException when it is no input, or one the engine refuses
         */
        ScoringInput read(String kept) {
            if (kept.startsWith("{")) {
                return ScoringInputJson.read(JSON.readTree(kept), policy);
            }
            var words = new Words(kept);
            words.expect(FORM);
            LocalDate submittedOn = ScoringInputJson.date(words.next());
            asked(words.linesOf('r'));
            List<EvidenceItem> evidence = new ArrayList<>();
            while (!words.atEnd()) {
                evidence.add(item(words));
            }
            return new ScoringInput(requirements, evidence, submittedOn, policy);
        }

        private void asked(String lines) {
            if (lines.equals(asked)) {
                return;
            }
            List<Requirement> read = new ArrayList<>();
            var words = new Words(lines);
            while (!words.atEnd()) {
                words.expect("r");
                read.add(
                        new Requirement(
                                new SkillRef(ScoringInputJson.id(words.next())),
                                new Importance(words.number()),
                                words.flag(),
                                words.level()));
            }
            requirements = List.copyOf(read);
            asked = lines;
        }

        private EvidenceItem item(Words words) {
            words.expect("i");
            return new EvidenceItem(
                    new ItemRef(ScoringInputJson.id(words.next())),
                    ScoringInputJson.coded(EvidenceKind.values(), EvidenceKind::code, words.next()),
                    ScoringInputJson.standing(words.next()),
                    ScoringInputJson.coded(
                            AuthorityTier.values(), AuthorityTier::code, words.next()),
                    new IndependenceGroup(words.next()),
                    ScoringInputJson.coded(
                            AssessmentMode.values(), AssessmentMode::code, words.next()),
                    words.date(),
                    words.number(),
                    shown(words));
        }

        /** Refuses what is shown twice in the same way. */
        private Set<SkillShown> shown(Words words) {
            List<SkillShown> shown = new ArrayList<>();
            while (words.isAt('s')) {
                words.expect("s");
                shown.add(
                        new SkillShown(
                                skill(words.next()),
                                ScoringInputJson.alignment(words.next()),
                                words.level(),
                                words.flag()));
            }
            return Set.of(shown.toArray(SkillShown[]::new));
        }

        private SkillRef skill(String word) {
            if (word.length() > 9) {
                return new SkillRef(ScoringInputJson.id(word));
            }
            int place = Integer.parseInt(word);
            if (place < 0 || place >= requirements.size()) {
                throw new IllegalArgumentException("no requirement has the place " + place);
            }
            return requirements.get(place).skill();
        }
    }

    /** The words of some lines, one after the other. */
    private static final class Words {

        private final String text;
        private int at;

        Words(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at >= text.length();
        }

        boolean isAt(char first) {
            return !atEnd() && text.charAt(at) == first;
        }

        String next() {
            int end = at;
            while (end < text.length() && text.charAt(end) > ' ') {
                end++;
            }
            if (end == at) {
                throw new IllegalArgumentException("a word is missing");
            }
            String word = text.substring(at, end);
            at = end + 1;
            return word;
        }

        void expect(String word) {
            if (!next().equals(word)) {
                throw new IllegalArgumentException("this is not what begins with " + word);
            }
        }

        /** All lines from here on that begin alike. */
        String linesOf(char first) {
            int from = at;
            while (isAt(first)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end + 1;
            }
            return text.substring(from, at);
        }

        int number() {
            return Integer.parseInt(next());
        }

        boolean flag() {
            return next().equals(YES);
        }

        @Nullable Level level() {
            String word = next();
            return word.equals(NONE) ? null : new Level(Integer.parseInt(word));
        }

        @Nullable LocalDate date() {
            String word = next();
            return word.equals(NONE) ? null : ScoringInputJson.date(word);
        }
    }
}
