package dev.assay.hiring.platform.audit.web;

import dev.assay.hiring.platform.audit.AuditFilter;
import dev.assay.hiring.platform.audit.AuditLog;
import dev.assay.hiring.platform.audit.Checkpoint;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/v1/audit-events")
class AuditController {

    private static final String NO_TIME =
            "must be a time as in RFC 3339, such as 2026-11-24T12:00:00Z";

    private final AuditLog audit;
    private final JsonMapper json;

    AuditController(AuditLog audit, JsonMapper json) {
        this.audit = audit;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_AUDIT)
    ResponseEntity<PageResponse<AuditEventResponse>> list(
            Actor actor,
            @RequestParam(name = "actor") Optional<String> by,
            @RequestParam Optional<String> action,
            @RequestParam Optional<String> subject,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> until,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var filter =
                new AuditFilter(
                        by,
                        action,
                        subject.map(id -> read("subject", id, UUID::fromString, "must be a UUID")),
                        from.map(time -> read("from", time, Instant::parse, NO_TIME)),
                        until.map(time -> read("until", time, Instant::parse, NO_TIME)));
        return PageResponse.of(
                audit.list(
                        actor,
                        filter,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                AuditEventResponse::of);
    }

    @GetMapping("/verification")
    @Allowed(Permission.READ_AUDIT)
    ChainResponse verify(
            Actor actor,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam Optional<String> hash) {
        if (after > 0 && hash.isEmpty()) {
            throw new InvalidInput("/hash", "must be the hash of the row that after names");
        }
        return ChainResponse.of(
                audit.verify(
                        actor, new Checkpoint(after, hash.orElse(Checkpoint.BEGINNING.hash()))));
    }

    /** One line a row; written as it is read, so its length is nobody's concern. */
    @GetMapping("/export")
    @Allowed(Permission.READ_AUDIT)
    void export(
            Actor actor, @RequestParam(defaultValue = "0") long after, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
        OutputStream body = response.getOutputStream();
        audit.export(actor, after, line -> write(body, line));
    }

    private void write(OutputStream body, ObjectNode line) {
        try {
            body.write((json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static <T> T read(
            String parameter, String text, Function<String, T> reader, String expectation) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new InvalidInput("/" + parameter, expectation);
        }
    }
}
