package dev.assay.hiring.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How much alike a misspelt name has to be, against what slips really leave of it. */
class SkillRepositoryTest {

    private static final int LONG = 16;

    private static final String[] NAMES = {
        "painting",
        "databases",
        "quality assurance",
        "manage musical instruments",
        "operate a computerised control system for machines"
    };

    @Test
    void whatTwoSlipsLeaveOfALongNameAndOneOfAShortIsAlikeEnough() {
        for (String name : NAMES) {
            String once = exchanged(name, name.length() / 3);
            String twice = exchanged(once, name.length() * 2 / 3);

            if (name.length() >= LONG) {
                assertThat(similarity(name, twice))
                        .as(twice)
                        .isGreaterThanOrEqualTo(SkillRepository.leastAlike(twice));
            }
            assertThat(similarity(name, once))
                    .as(once)
                    .isGreaterThanOrEqualTo(SkillRepository.leastAlike(once));
        }
    }

    @Test
    void shortTextsAreNotHeldToMoreThanTheyCanKeepAndLongOnesMayLackAWord() {
        assertThat(SkillRepository.leastAlike("sql")).isEqualTo(0.3);
        assertThat(SkillRepository.leastAlike("x".repeat(200))).isEqualTo(0.5);
    }

    private static String exchanged(String text, int at) {
        return text.substring(0, at)
                + text.charAt(at + 1)
                + text.charAt(at)
                + text.substring(at + 2);
    }

    /** As pg_trgm reckons it: groups of three letters in common, of all there are. */
    private static double similarity(String one, String other) {
        Set<String> common = trigrams(one);
        Set<String> all = trigrams(other);
        all.addAll(common);
        common.removeIf(trigram -> !trigrams(other).contains(trigram));
        return (double) common.size() / all.size();
    }

    private static Set<String> trigrams(String text) {
        Set<String> trigrams = new HashSet<>();
        for (String word : text.split(" ")) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                trigrams.add(padded.substring(i, i + 3));
            }
        }
        return trigrams;
    }
}
