package dev.assay.hiring.intake.web;

import dev.assay.hiring.intake.ImportId;
import dev.assay.hiring.intake.ImportLine;
import dev.assay.hiring.intake.Imports;
import dev.assay.hiring.intake.LineOutcome;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.idempotency.Streamed;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.operations.web.OperationResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ImportController {

    private static final String NDJSON = "application/x-ndjson";

    private final Imports imports;
    private final JsonMapper json;

    ImportController(Imports imports, JsonMapper json) {
        this.imports = imports;
        this.json = json;
    }

    @PostMapping(path = "/v1/jobs/{id}/applications/import", consumes = NDJSON)
    @Allowed(Permission.SUBMIT_APPLICATIONS)
    @Costly
    @Streamed
    Deed<OperationResponse> receive(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream body)
            throws IOException {
        ImportId received = imports.receive(actor, new JobId(id), dryRun, body);
        return Deed.of(() -> imports.accept(actor, received), OperationResponse::accepted);
    }

    /** Written as it is read, so its length is nobody's concern. */
    @GetMapping("/v1/application-imports/{id}/lines")
    @Allowed(Permission.READ_APPLICATIONS)
    void lines(Actor actor, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        var import_ = new ImportId(id);
        imports.requireThere(actor, import_);
        response.setContentType(NDJSON);
        OutputStream body = response.getOutputStream();
        imports.lines(actor, import_, line -> write(body, LineResponse.of(line)));
    }

    private void write(OutputStream body, LineResponse line) {
        try {
            body.write((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A line and what became of it; no outcome while its turn has not come. */
    record LineResponse(
            long line,
            @Nullable LineOutcome outcome,
            @Nullable UUID applicationId,
            int credentials,
            int verified,
            @Nullable String code,
            List<Fault> errors) {

        static LineResponse of(ImportLine line) {
            return new LineResponse(
                    line.line(),
                    line.outcome().orElse(null),
                    line.application().map(ApplicationId::value).orElse(null),
                    line.credentials(),
                    line.verified(),
                    line.code().orElse(null),
                    line.faults());
        }
    }
}
