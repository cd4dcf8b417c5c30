package dev.assay.hiring.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMaskTest {

    private static final UUID ID = UUID.fromString("0197a000-0000-7000-8000-000000000001");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Room 4 | Room 4",
                "Ask for Amina Diallo-Sow at the desk | Ask for X at the desk",
                "AMINA's call | X's call",
                "diallo, amina | X",
                "Diallos and Laminas are others | Diallos and Laminas are others",
                "amina.d@example.org | X",
                "Call +34 600-123 456 first | Call X first",
                "0034600123456 | 00X",
                "Room 600 | Room 600",
                "A desk | A desk"
            })
    void putsAPseudonymWhereSomebodyIsNamedAndNowhereElse(String text, String masked) {
        assertThat(NameMask.of(candidate("Amina", "A Diallo-Sow", "+34 600 123 456")).in(text))
                .isEqualTo(masked.replace("X", pseudonym()));
    }

    @ParameterizedTest
    @CsvSource({"(.*, (.*", "$1 \\, Room $1 \\"})
    void takesNamesAsTheyAre(String name, String text) {
        assertThat(NameMask.of(candidate(name, "", null)).in(text)).isEqualTo(text);
    }

    private static String pseudonym() {
        return "Candidate " + Pseudonym.of(new CandidateId(ID)).familyName();
    }

    private static Candidate candidate(String given, String family, @Nullable String phone) {
        var id = new CandidateId(ID);
        return new Candidate(
                id,
                given,
                family,
                new Email("amina.d@example.org"),
                EmailStatus.ASSERTED,
                phone,
                Instant.EPOCH,
                Version.FIRST,
                Optional.empty(),
                id,
                true);
    }
}
