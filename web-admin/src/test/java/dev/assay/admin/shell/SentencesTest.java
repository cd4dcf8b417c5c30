package dev.assay.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.boards.Board;
import dev.assay.hiring.evidence.EvidenceMethod;
import dev.assay.hiring.evidence.Supervision;
import dev.assay.hiring.issuers.IssuerTier;
import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.members.MemberState;
import dev.assay.hiring.partners.PartnerRight;
import dev.assay.hiring.platform.mail.MailState;
import dev.assay.hiring.scoring.PolicyState;
import dev.assay.hiring.scoring.ScoreCause;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.MailKind;
import dev.assay.hiring.webhooks.DeliveryState;
import dev.assay.hiring.webhooks.PauseReason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixed list that a page shows has its words: a new code must not reach people bare. */
class SentencesTest {

    private static final List<String> REASONS_OF_THE_SCORE =
            List.of(
                    "issuer-unknown",
                    "issuer-blocked",
                    "authority-missing",
                    "superseded",
                    "same-group",
                    "mapping-unconfirmed",
                    "no-aligned-skill");

    /** What estimates and insights name by words of their own. */
    private static final List<String> OF_TRAINING =
            List.of(
                    "training.decision.take",
                    "training.decision.shorten",
                    "training.decision.test-out",
                    "training.decision.waive",
                    "training.likely.shorten",
                    "training.likely.test-out",
                    "training.likely.waive",
                    "training.part.trainee-time",
                    "training.part.direct",
                    "training.part.mentor",
                    "training.part.sessions",
                    "training.part.ramp-up",
                    "training.none.no-role-profile",
                    "training.none.training-terms-unsound",
                    "insight.group.all",
                    "insight.group.with-credentials",
                    "insight.group.without",
                    "insight.group.credit-bearing",
                    "insight.group.gen-ai",
                    "insight.share.credit-bearing",
                    "insight.share.gen-ai");

    private final Words words = RenderedPage.words();

    static Stream<String> keys() {
        return Stream.of(
                        keys("check.", CheckName.values(), CheckName::wireName),
                        keys("clause.", CheckName.values(), CheckName::wireName),
                        keys("verdict.", CheckOutcome.values(), CheckOutcome::wireName),
                        keys("code-fallback.", CheckOutcome.values(), CheckOutcome::wireName),
                        keys("outcome.", Outcome.values(), Outcome::wireName),
                        keys("code.", CheckCode.values(), CheckCode::wireName),
                        keys("format.", CredentialFormat.values(), CredentialFormat::wireName),
                        keys("reason.", IgnoreReason.values(), IgnoreReason::wireName),
                        OF_TRAINING.stream(),
                        REASONS_OF_THE_SCORE.stream().map(reason -> "reason." + reason),
                        REASONS_OF_THE_SCORE.stream().map(reason -> "reason." + reason + ".word"),
                        keys("tier.", IssuerTier.values(), IssuerTier::wireName),
                        keys("job.status.", JobStatus.values(), JobStatus::wireName),
                        keys("job.workplace.", WorkplaceType.values(), WorkplaceType::wireName),
                        keys("job.employment.", EmploymentType.values(), SentencesTest::dashed),
                        keys("job.pay.", PayRange.PayUnit.values(), SentencesTest::dashed),
                        keys("phase.", ApplicationPhase.values(), ApplicationPhase::wireName),
                        keys("cause.", ScoreCause.values(), ScoreCause::wireName),
                        keys("role.", EmployerRole.values(), EmployerRole::wireName),
                        keys("member.state.", MemberState.values(), MemberState::wireName),
                        keys("mail.kind.", MailKind.values(), MailKind::wireName),
                        keys("mail.state.", MailState.values(), MailState::wireName),
                        keys("evidence.kind.", EvidenceMethod.values(), EvidenceMethod::wireName),
                        keys("rating.supervision.", Supervision.values(), Supervision::wireName),
                        keys("board.", Board.values(), Board::wireName),
                        keys("partner.right.", PartnerRight.values(), PartnerRight::wireName),
                        keys("webhook.paused.", PauseReason.values(), PauseReason::wireName),
                        keys("webhook.delivery.", DeliveryState.values(), DeliveryState::wireName),
                        keys("policy.state.", PolicyState.values(), PolicyState::wireName),
                        keys("mail.absence.", MailState.values(), MailState::wireName))
                .flatMap(Function.identity());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void areThereForEveryCode(String key) {
        assertThat(words.say(key, "Bay Guild", "1 Jan 2026", "2 Jan 2026"))
                .isNotBlank()
                .doesNotContain("{", "''", "null");
    }

    private static <E extends Enum<E>> Stream<String> keys(
            String prefix, E[] values, Function<E, String> wireName) {
        return Arrays.stream(values).map(value -> prefix + wireName.apply(value));
    }

    private static String dashed(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
