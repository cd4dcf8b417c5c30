package dev.assay.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.jobs.JobWarning.Code;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobLinterTest {

    private static final PayRange PAY =
            new PayRange(
                    BigDecimal.TEN,
                    BigDecimal.valueOf(20),
                    Currency.getInstance("USD"),
                    PayRange.PayUnit.HOUR);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Please state your Salary   History. | SALARY_HISTORY_ASKED | Salary   History",
                "en | A young team | AGE_CODED | young",
                "en | We want a rock-star | GENDER_CODED | rock-star",
                "en | An English native speaker | NATIVE_SPEAKER | native speaker",
                "en | A Bachelor’s degree is a must | DEGREE_ASKED | Bachelor’s degree",
                "de | Deutsch auf MUTTERSPRACHLICHEM Niveau, junges Team | AGE_CODED | junges",
                "de-AT | Bitte Gehaltsnachweise beilegen | SALARY_HISTORY_ASKED | Gehaltsnachweise",
                "fr | Une équipe jeune | AGE_CODED | jeune",
                "es | Último salario | SALARY_HISTORY_ASKED | Último salario",
                "de | A native speaker | NATIVE_SPEAKER | native speaker",
            })
    void findsWordsThatKeepPeopleAway(String language, String text, Code code, String found) {
        assertThat(JobLinter.of(job(language, text, PAY)))
                .contains(new JobWarning(code, "/description", Optional.of(found)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Youngstown office; you lead analyses and support others.",
                "Degrees of freedom. Salary is 10 to 20 an hour.",
                "Speak English at level C1; the natives of cloud software.",
                "Guysborough, chairmanship of none"
            })
    void leavesPlainWordsAlone(String text) {
        assertThat(JobLinter.of(job("en", text, PAY)))
                .extracting(JobWarning::code)
                .containsExactly(Code.NO_REQUIREMENTS);
    }

    @Test
    void looksForThePayRange() {
        var open =
                new PayRange(
                        BigDecimal.TEN, null, Currency.getInstance("USD"), PayRange.PayUnit.HOUR);

        assertThat(codes(job("en", "Fine", null))).contains(Code.PAY_RANGE_MISSING);
        assertThat(codes(job("en", "Fine", open))).contains(Code.PAY_RANGE_OPEN);
        assertThat(codes(job("en", "Fine", PAY)))
                .doesNotContain(Code.PAY_RANGE_MISSING, Code.PAY_RANGE_OPEN);
    }

    @Test
    void saysWhereItKnowsNoWords() {
        assertThat(codes(job("nl", "Een jonge ploeg", PAY))).contains(Code.LANGUAGE_NOT_CHECKED);
        assertThat(codes(job("fr-CA", "Bien", PAY))).doesNotContain(Code.LANGUAGE_NOT_CHECKED);
    }

    @Test
    void namesTheSameWordsOnce() {
        assertThat(JobLinter.of(job("en", "young, young, Young", PAY)))
                .filteredOn(warning -> warning.code() == Code.AGE_CODED)
                .hasSize(2);
    }

    private static List<Code> codes(JobContent job) {
        return JobLinter.of(job).stream().map(JobWarning::code).toList();
    }

    private static JobContent job(String language, String text, @Nullable PayRange pay) {
        return new JobContent(
                "Analyst",
                text,
                null,
                language,
                List.of(),
                WorkplaceType.ONSITE,
                EmploymentType.FULL_TIME,
                1,
                null,
                true,
                pay,
                null,
                List.of());
    }
}
