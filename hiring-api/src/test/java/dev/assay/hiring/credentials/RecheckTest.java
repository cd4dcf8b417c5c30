package dev.assay.hiring.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.VerificationReport;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecheckTest {

    @Nested
    class TryingAgain {

        @ParameterizedTest
        @EnumSource(
                names = {
                    "PENDING",
                    "KEY_UNAVAILABLE",
                    "ISSUER_DOCUMENT_UNAVAILABLE",
                    "ISSUER_DOCUMENT_UNUSABLE",
                    "STATUS_NOT_CHECKED",
                    "SCHEMA_NOT_CHECKED"
                })
        void mayHelpWhereSomethingWasNotToBeHad(CheckCode code) {
            assertThat(Recheck.mayHelp(report(undecided(CheckName.STATUS, code)))).isTrue();
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "UNSUPPORTED_FORMAT",
                    "WORK_LIMIT",
                    "PROOF_UNSUPPORTED",
                    "ISSUER_ID_UNSUPPORTED"
                })
        void doesNotHelpWhereItIsWeWhoCannot(CheckCode code) {
            assertThat(Recheck.mayHelp(report(undecided(CheckName.PROOF, code)))).isFalse();
        }

        @Test
        void doesNotHelpWhatIsVerified() {
            assertThat(Recheck.mayHelp(report())).isFalse();
        }

        @Test
        void doesNotHelpWhatFailedWhateverElseIsUndecided() {
            assertThat(
                            Recheck.mayHelp(
                                    report(
                                            Check.failed(
                                                    CheckName.PROOF,
                                                    CheckCode.SIGNATURE_INVALID,
                                                    "no"),
                                            undecided(
                                                    CheckName.STATUS,
                                                    CheckCode.STATUS_NOT_CHECKED))))
                    .isFalse();
        }

        @Test
        void doesNotHelpAgainstADoubtAboutThePerson() {
            assertThat(
                            Recheck.mayHelp(
                                    report(
                                            undecided(
                                                    CheckName.SUBJECT,
                                                    CheckCode.EMAIL_UNCONFIRMED))))
                    .isFalse();
        }

        private static Check undecided(CheckName name, CheckCode code) {
            return Check.indeterminate(name, code, "not so far");
        }

        private static VerificationReport report(Check... others) {
            List<Check> checks =
                    Arrays.stream(CheckName.values())
                            .map(name ->
                                    Arrays.stream(others)
                                            .filter(check -> check.name() == name)
                                            .findFirst()
                                            .orElseGet(() -> Check.passed(name, "yes")))
                            .toList();
            return new VerificationReport(
                    CredentialFormat.OPEN_BADGES_3,
                    Optional.empty(),
                    checks,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    @Nested
    class Waiting {

        private final RecheckProperties standard =
                new RecheckProperties(Duration.ofMinutes(1), Duration.ofHours(24));

        @ParameterizedTest
        @CsvSource({"1, 1", "2, 4", "3, 16", "4, 64", "5, 256", "6, 1024", "7, 1440", "1000, 1440"})
        void getsLongerUpToADay(int attempts, int minutes) {
            Random random = new Random(7);
            for (int i = 0; i < 200; i++) {
                Duration wait = standard.after(attempts, random);
                assertThat(wait)
                        .isBetween(
                                Duration.ofSeconds(minutes * 45L),
                                Duration.ofSeconds(minutes * 75L));
            }
        }

        @Test
        void isNeverTheSameForAll() {
            Random random = new Random(7);

            assertThat(standard.after(3, random)).isNotEqualTo(standard.after(3, random));
        }

        @Test
        void isNeverLongerThanTheSlowest() {
            var quick = new RecheckProperties(Duration.ofHours(2), Duration.ofHours(1));

            assertThat(quick.after(1, new Random(7))).isLessThan(Duration.ofMinutes(76));
        }
    }
}
