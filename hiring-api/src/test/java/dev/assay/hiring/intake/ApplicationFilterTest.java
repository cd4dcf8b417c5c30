package dev.assay.hiring.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationFilterTest {

    @Test
    void takesAnyOfSeveralValues() {
        assertThat(ApplicationFilter.of(Map.of("phase", List.of("new", "in-review"))).phases())
                .containsExactlyInAnyOrder(ApplicationPhase.NEW, ApplicationPhase.IN_REVIEW);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "100, 1000000", "78.4125, 784125", "5e1, 500000", "0.0001, 1"})
    void takesPointsAsScoresAreKept(String text, int tenThousandths) {
        assertThat(ApplicationFilter.of(Map.of("minScore", List.of(text))).minScore())
                .contains(tenThousandths);
    }

    @ParameterizedTest
    @CsvSource({
        "minScore, -0.0001",
        "minScore, 100.0001",
        "minScore, 0.00001",
        "minScore, 1e99999",
        "minScore, 1e999999999",
        "maxScore, x",
        "band, 21",
        "band, -1",
        "phase, lost",
        "mustHaves, maybe",
        "jobId, 4711",
        "stage, 4711",
        "flagged, TRUE",
        "submittedFrom, yesterday",
        "submittedTo, 2026-03-01",
        "source, ' '",
        "q, ' '"
    })
    void namesTheFieldThatCannotBe(String field, String value) {
        assertThat(faults(Map.of(field, List.of(value))))
                .extracting(Fault::pointer)
                .containsExactly("/" + field);
    }

    @Test
    void namesEveryFieldThatCannotBe() {
        assertThat(faults(Map.of("band", List.of("x"), "phase", List.of("y"))))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/band", "/phase");
    }

    @Test
    void refusesRangesThatHoldNothing() {
        assertThat(faults(Map.of("minScore", List.of("50"), "maxScore", List.of("49.9999"))))
                .extracting(Fault::pointer)
                .containsExactly("/maxScore");
        String noon = "2026-03-01T12:00:00Z";
        assertThat(faults(Map.of("submittedFrom", List.of(noon), "submittedTo", List.of(noon))))
                .extracting(Fault::pointer)
                .containsExactly("/submittedTo");
        assertThat(
                        ApplicationFilter.of(
                                        Map.of(
                                                "minScore",
                                                List.of("50"),
                                                "maxScore",
                                                List.of("50")))
                                .minScore())
                .contains(500_000);
    }

    @Test
    void takesOnceWhatOnlyOneValueCanBe() {
        assertThat(faults(Map.of("minScore", List.of("1", "2"))))
                .extracting(Fault::pointer)
                .containsExactly("/minScore");
    }

    @Test
    void isTheSameInWhicheverOrderItWasGiven() {
        Map<String, List<String>> one = new LinkedHashMap<>();
        one.put("phase", List.of("new", "offer"));
        one.put("band", List.of("3"));
        Map<String, List<String>> other = new LinkedHashMap<>();
        other.put("band", List.of("3"));
        other.put("phase", List.of("offer", "new"));
        other.put("limit", List.of("7"));

        assertThat(ApplicationFilter.of(one).canonical())
                .isEqualTo(ApplicationFilter.of(other).canonical())
                .isNotEqualTo(ApplicationFilter.of(Map.of()).canonical());
    }

    private static List<Fault> faults(Map<String, List<String>> given) {
        return catchThrowableOfType(InvalidInput.class, () -> ApplicationFilter.of(given)).faults();
    }
}
