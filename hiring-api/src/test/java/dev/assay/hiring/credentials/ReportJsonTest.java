package dev.assay.hiring.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Party;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.Part;
import dev.assay.credential.report.PartRole;
import dev.assay.credential.report.VerificationReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReportJsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new ReportJson()).build();

    @Test
    void isReadBackAsItWasWritten() {
        var report = report();

        assertThat(read((ObjectNode) JSON.valueToTree(report))).isEqualTo(report);
    }

    /** Reports were stored before there were parts, refreshing and what is said of learning. */
    @Test
    void isReadAsAnOlderVersionWroteIt() {
        var stored = (ObjectNode) JSON.valueToTree(report());
        stored.remove("parts");
        var checks = (ArrayNode) stored.path("checks");
        for (int i = checks.size() - 1; i >= 0; i--) {
            if (List.of("items", "refresh", "endorsements")
                    .contains(checks.get(i).path("name").stringValue())) {
                checks.remove(i);
            }
        }
        ((ObjectNode) stored.path("credential")).remove(List.of("learning", "subjectId"));

        var read = read(stored);

        assertThat(read.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(read.parts()).isEmpty();
        assertThat(read.check(CheckName.ITEMS).outcome()).isEqualTo(CheckOutcome.NOT_APPLICABLE);
        assertThat(read.credential().orElseThrow().learning()).isEmpty();
        assertThat(read.credential().orElseThrow().subjectId()).isEmpty();
    }

    private static VerificationReport read(ObjectNode stored) {
        return JSON.readValue(stored.toString(), VerificationReport.class);
    }

    private static VerificationReport report() {
        return report(List.of(new Part(PartRole.ENDORSEMENT, "/endorsement/0", report(List.of()))));
    }

    private static VerificationReport report(List<Part> parts) {
        return new VerificationReport(
                CredentialFormat.OPEN_BADGES_3,
                Optional.empty(),
                Arrays.stream(CheckName.values())
                        .map(name -> new Check(name, CheckOutcome.PASSED, CheckCode.OK, "fine"))
                        .toList(),
                Optional.of(
                        new CredentialSummary(
                                Optional.of("urn:uuid:1"),
                                Optional.of("Welding"),
                                new Party("did:example:issuer", Optional.empty()),
                                Optional.of("did:example:holder"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                parts);
    }
}
