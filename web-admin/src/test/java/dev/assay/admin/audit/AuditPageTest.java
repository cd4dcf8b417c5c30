package dev.assay.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.platform.audit.AuditEntry;
import dev.assay.hiring.platform.audit.ChainReport;
import dev.assay.hiring.platform.audit.Checkpoint;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditPageTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID HANA = UUID.fromString("01a20ada-2c00-71e0-b4c5-3ec699da8497");
    private static final UUID SUBJECT = UUID.fromString("01a216a6-5180-7f20-b423-9dcbcceaa101");
    private static final String HASH = "9f".repeat(32);

    private final AuditWords words =
            new AuditWords(
                    RenderedPage.words(),
                    new Moments(Clock.fixed(RenderedPage.NOW, ZoneOffset.UTC)));

    @Test
    void laysWhatWasAndWhatIsSideBySideWhereItChangedOnly() {
        JsonNode detail =
                JSON.readTree(
                        """
                        {"version":3,
                         "before":{"title":"Analyst","salary":{"max":60000},"skills":["a","b"]},
                         "after":{"title":"Analyst","salary":{"max":65000},"skills":["a"],"note":true}}
                        """);

        assertThat(DetailLine.of(detail))
                .containsExactly(
                        new DetailLine("note", "", "true"),
                        new DetailLine("salary.max", "60000", "65000"),
                        new DetailLine("skills.2", "b", ""),
                        new DetailLine("version", null, "3"));
    }

    @Test
    void comparesPlainValuesToo() {
        assertThat(DetailLine.of(JSON.readTree("{\"before\":\"new\",\"after\":\"interview\"}")))
                .containsExactly(new DetailLine("", "new", "interview"));
        assertThat(DetailLine.of(JSON.readTree("{\"before\":null,\"after\":{\"a\":1}}")))
                .containsExactly(new DetailLine("after.a", null, "1"));
        assertThat(DetailLine.of(JSON.readTree("{}"))).isEmpty();
    }

    @Test
    void namesMembersAndSaysWhoIsNoneAnyMore() {
        assertThat(words.row(entry("person:" + HANA), Map.of(HANA, "Hana Reed")).by())
                .isEqualTo("Hana Reed");
        assertThat(words.row(entry("person:" + HANA), Map.of()).by())
                .contains("no member any more", HANA.toString());
        assertThat(words.row(entry("service:rescoring"), Map.of()).by())
                .isEqualTo("Assay (rescoring)");
        assertThat(words.row(entry("person:someone"), Map.of()).by()).isEqualTo("person:someone");
    }

    @Test
    void showsRowsThatWaitForTheirPlaceAsUnsealed() {
        String page = list(entry("person:" + HANA), "", Theme.DARK);

        assertThat(page)
                .contains(
                        "Application moved",
                        "not yet",
                        "href=\"/console/applications/" + SUBJECT + "\"",
                        "Hana Reed",
                        "<del>new</del>")
                .doesNotContain("seal</dt>");
    }

    @Test
    void saysWhichFieldCannotBeReadAndSearchesByTheOthers() {
        var question = new AuditQuestion(" job.changed ", "no-id", "2026-02-30", "2026-03-01");

        assertThat(question.faults())
                .isEqualTo(Map.of("subject", "audit.fault.subject", "from", "audit.fault.day"));
        assertThat(question.filter().action()).contains("job.changed");
        assertThat(question.filter().subject()).isEmpty();
        assertThat(question.filter().until()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(list(entry("person:" + HANA), "no-id", Theme.LIGHT))
                .contains("aria-invalid=\"true\"", "is not an id", "Show all");
    }

    @Test
    void tellsAnIntactChainFromOneThatWasNotReadToItsEnd() {
        assertThat(words.note(report(269, Optional.empty(), 2)))
                .isEqualTo(
                        new ChainNote(
                                Badge.verified("intact"),
                                "All 269 sealed rows are as they were written. 2 more wait for"
                                        + " their place, and nothing protects them yet.",
                                null));
        ChainNote partly = words.note(report(250_000, Optional.empty(), 0));
        assertThat(partly.verdict().css()).isEqualTo("unsure");
        assertThat(partly.text()).startsWith("Rows up to 269 of 250,000");
        assertThat(partly.next()).isEqualTo(new Checkpoint(269, HASH));
        assertThat(verification(partly))
                .contains("/console/audit/verification?after=269&amp;hash=" + HASH);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsWrongWithARow(ChainReport.Flaw flaw) {
        ChainNote note = words.note(report(300, Optional.of(new ChainReport.Break(270, flaw)), 0));

        assertThat(note.verdict()).isEqualTo(Badge.failed("not as it was written"));
        assertThat(note.text()).contains("270");
        assertThat(verification(note)).contains("verdict-failed").doesNotContain("Go on");
    }

    private static AuditEntry entry(String actor) {
        return new AuditEntry(
                UUID.fromString("01a216a6-5188-7414-8b71-f43e9c62e06f"),
                Instant.parse("2026-03-12T08:30:00Z"),
                actor,
                "application.moved",
                "application",
                SUBJECT,
                JSON.readTree(
                        "{\"before\":{\"phase\":\"new\"},\"after\":{\"phase\":\"interview\"}}"),
                Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"),
                Optional.empty());
    }

    private static ChainReport report(long end, Optional<ChainReport.Break> broken, long unsealed) {
        return new ChainReport(
                Checkpoint.BEGINNING,
                new Checkpoint(269, HASH),
                end,
                broken,
                unsealed,
                Optional.empty());
    }

    private String list(AuditEntry entry, String subject, Theme theme) {
        var question = new AuditQuestion("", subject, "", "");
        return RenderedPage.of(
                "audit/list",
                theme,
                Map.of(
                        "rows",
                        List.of(words.row(entry, Map.of(HANA, "Hana Reed"))),
                        "question",
                        question,
                        "faults",
                        question.faults()));
    }

    private static String verification(ChainNote note) {
        return RenderedPage.of(
                "audit/verification",
                Theme.LIGHT,
                Map.of("note", note, "trail", List.of(new Crumb("Audit trail", "/console/audit"))));
    }
}
