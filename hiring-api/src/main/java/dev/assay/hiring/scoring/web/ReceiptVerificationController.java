package dev.assay.hiring.scoring.web;

import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.security.OpenToAnyone;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.scoring.ReceiptCheck;
import dev.assay.hiring.scoring.ReceiptReport;
import dev.assay.hiring.scoring.Receipts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whoever holds a receipt may have it checked; nothing of it is stored. */
@RestController
class ReceiptVerificationController {

    private final Receipts receipts;
    private final RequestJson json;

    ReceiptVerificationController(Receipts receipts, RequestJson json) {
        this.receipts = receipts;
        this.json = json;
    }

    @PostMapping(
            path = "/v1/receipts/verify",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/*+json"})
    @OpenToAnyone
    @Costly
    ReceiptVerification verify(InputStream body) throws IOException {
        byte[] receipt = json.bytes(body, ReceiptCheck.MAXIMUM_BYTES);
        if (!ReceiptCheck.isJson(receipt)) {
            throw new BadRequest(
                    "malformed-json", "The body is not JSON, or an object names a member twice.");
        }
        ReceiptReport report = receipts.check(receipt);
        return new ReceiptVerification(report.outcome(), report.steps());
    }

    record ReceiptVerification(ReceiptReport.Outcome outcome, List<ReceiptReport.Step> steps) {}
}
