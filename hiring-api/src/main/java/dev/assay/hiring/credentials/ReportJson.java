package dev.assay.hiring.credentials;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.Outcome;
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
    }

    private interface WireNamed {
        @JsonValue
        String wireName();
    }
}
