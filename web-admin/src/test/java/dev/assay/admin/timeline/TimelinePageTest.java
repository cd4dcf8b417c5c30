package dev.assay.admin.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.scoring.EvidenceWords;
import dev.assay.admin.scoring.ScoreWords;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.TimelineEntry;
import dev.assay.hiring.shared.TimelineKind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimelinePageTest {

    private static final UUID HANA = UUID.fromString("01a20ada-2c00-71e0-b4c5-3ec699da8497");
    private static final ApplicationId APPLICATION =
            new ApplicationId(UUID.fromString("01a216a6-5180-7f20-b423-9dcbcceaa101"));
    private static final String CREDENTIAL = "01a216a6-5180-7f20-b423-9dcbcceaa102";

    private final TimelineWords words =
            new TimelineWords(
                    RenderedPage.words(),
                    new ScoreWords(RenderedPage.words(), new EvidenceWords(RenderedPage.words())),
                    new Moments(Clock.fixed(RenderedPage.NOW, ZoneOffset.UTC)));
    private final TimelineWords.Names names =
            new TimelineWords.Names(
                    Map.of(HANA, "Hana Reed"),
                    Map.of(APPLICATION, "Junior <b> analyst"),
                    Map.of(CREDENTIAL, "SQL basics"));

    @ParameterizedTest
    @EnumSource(TimelineKind.class)
    void everyKindHasItsSentenceWhateverIsKnownOfIt(TimelineKind kind) {
        assertThat(row(kind, Map.of()).what()).isNotBlank().doesNotContain("{", "null");
    }

    @Test
    void saysWhatCodesMean() {
        assertThat(
                        row(
                                        TimelineKind.APPLICATION_MOVED,
                                        Map.of("from", "new", "to", "in-review"))
                                .what())
                .isEqualTo("Moved from new to in review");
        assertThat(
                        row(
                                        TimelineKind.APPLICATION_MOVED,
                                        Map.of("from", "interview", "to", "interview"))
                                .what())
                .isEqualTo("Moved to another stage of interview");
        assertThat(row(TimelineKind.DECIDED, Map.of("to", "hired")).what())
                .isEqualTo("Decided: hired");
        assertThat(row(TimelineKind.CREDENTIAL_VERIFIED, Map.of("outcome", "indeterminate")).what())
                .isEqualTo("Credential checked: could not check");
        assertThat(
                        row(
                                        TimelineKind.SCORE_CHANGED,
                                        Map.of(
                                                "cause", "credential-added",
                                                "before", new BigDecimal("12.0000"),
                                                "after", new BigDecimal("82.4500")))
                                .what())
                .startsWith("Score 12.0 → 82.")
                .endsWith(": a credential was added");
        assertThat(
                        row(
                                        TimelineKind.SCORE_CHANGED,
                                        Map.of(
                                                "cause",
                                                "submitted",
                                                "after",
                                                new BigDecimal("12.0000")))
                                .what())
                .isEqualTo("First score 12.0: submitted");
        assertThat(row(TimelineKind.DISPUTE_CLOSED, Map.of("outcome", "upheld")).what())
                .isEqualTo("Answer: the candidate is right");
    }

    @Test
    void namesWhatThePageKnows() {
        TimelineRow row =
                words.row(
                        new TimelineEntry(
                                TimelineKind.CREDENTIAL_RECEIVED,
                                RenderedPage.NOW,
                                HANA,
                                Optional.of(APPLICATION),
                                Optional.of("person:" + HANA),
                                Map.of("credentialId", CREDENTIAL)),
                        names);

        assertThat(row.about()).isEqualTo("SQL basics");
        assertThat(row.by()).isEqualTo("Hana Reed");
        assertThat(row.href()).isEqualTo("/console/applications/" + APPLICATION);
    }

    @Test
    void everyKindIsInOneGroup() {
        assertThat(
                        Arrays.stream(TimelineGroup.values())
                                .flatMap(group -> group.kinds().stream())
                                .toList())
                .containsExactlyInAnyOrder(TimelineKind.values());
        assertThat(TimelineGroup.ofWireName("scores").orElseThrow().kinds())
                .isEqualTo(Set.of(TimelineKind.SCORE_CHANGED));
    }

    @Test
    void linksToTheApplicationAndKeepsTheKindOnTheNextPage() {
        String page =
                page(
                        List.of(row(TimelineKind.APPLICATION_SUBMITTED, Map.of())),
                        "applications",
                        "abc");

        assertThat(page)
                .contains(
                        "href=\"/console/applications/" + APPLICATION + "\"",
                        "Junior &lt;b&gt; analyst",
                        "timeline?kind=applications&amp;after=abc",
                        "aria-current=\"true\"");
    }

    @Test
    void saysSoWhereThereIsNothing() {
        assertThat(page(List.of(), "disputes", null)).contains("Nothing of this kind");
    }

    private TimelineRow row(TimelineKind kind, Map<String, Object> detail) {
        return words.row(
                new TimelineEntry(
                        kind,
                        RenderedPage.NOW,
                        HANA,
                        Optional.of(APPLICATION),
                        Optional.empty(),
                        detail),
                names);
    }

    private static String page(List<TimelineRow> rows, String kind, @Nullable String next) {
        String path = "/console/applications/" + APPLICATION + "/timeline";
        Map<String, Object> model = new HashMap<>();
        model.put("name", "Amina Diallo");
        model.put("trail", List.of(new Crumb("Jobs", "/console/jobs")));
        model.put("rows", rows);
        model.put(
                "filters",
                Arrays.stream(TimelineGroup.values())
                        .map(group ->
                                new GroupLink(
                                        group.wireName(),
                                        path + "?kind=" + group.wireName(),
                                        group.wireName().equals(kind)))
                        .collect(Collectors.toList()));
        model.put("path", path);
        model.put("kind", kind);
        if (next != null) {
            model.put("next", next);
        }
        return RenderedPage.of("timeline/page", Theme.LIGHT, model);
    }
}
