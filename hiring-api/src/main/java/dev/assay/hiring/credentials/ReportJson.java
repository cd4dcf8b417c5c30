package dev.assay.hiring.credentials;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.credential.model.Association;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.EuElement;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.InputFault;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.Part;
import dev.assay.credential.report.PartRole;
import dev.assay.credential.report.ProofDescription;
import dev.assay.credential.report.VerificationReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes a report's fixed lists by their stable wire names; the library itself knows no JSON
 * binding.
 */
@Component
class ReportJson extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ReportJson() {
        super("assay-verification-report");
        setMixInAnnotation(CheckCode.class, WireNamed.class);
        setMixInAnnotation(CheckName.class, WireNamed.class);
        setMixInAnnotation(CheckOutcome.class, WireNamed.class);
        setMixInAnnotation(CredentialFormat.class, WireNamed.class);
        setMixInAnnotation(Outcome.class, WireNamed.class);
        setMixInAnnotation(PartRole.class, WireNamed.class);
        setMixInAnnotation(Association.Type.class, WireNamed.class);
        setMixInAnnotation(EuElement.class, WireNamed.class);
        setMixInAnnotation(VerificationReport.class, Recalled.class);
    }

    /** Reports outlive the version that made them. */
    private abstract static class Recalled {
        @JsonCreator
        static VerificationReport recalled(
                @JsonProperty("format") CredentialFormat format,
                @JsonProperty("proof") Optional<ProofDescription> proof,
                @JsonProperty("checks") List<Check> checks,
                @JsonProperty("credential") Optional<CredentialSummary> credential,
                @JsonProperty("statusUntil") Optional<Instant> statusUntil,
                @JsonProperty("fault") Optional<InputFault> fault,
                @JsonProperty("parts") @Nullable List<Part> parts) {
            throw new UnsupportedOperationException("the report's own is called");
        }
    }

    private interface WireNamed {
        @JsonValue
        String wireName();
    }
}
