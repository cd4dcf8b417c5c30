package dev.assay.hiring.compliance.web;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.compliance.ErasureReason;
import dev.assay.hiring.compliance.Erasures;
import dev.assay.hiring.compliance.PersonalArchives;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PersonController {

    private final PersonalArchives archives;
    private final Erasures erasures;

    PersonController(PersonalArchives archives, Erasures erasures) {
        this.archives = archives;
        this.erasures = erasures;
    }

    /** Written straight to the caller: it may be large, and is nobody else's to keep. */
    @GetMapping(path = "/v1/candidates/{id}/export", produces = "application/zip")
    @Allowed(Permission.EXPORT_PERSONS)
    void export(Actor actor, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        var archive = archives.of(actor, new CandidateId(id));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"candidate-" + id + ".zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        archive.writeTo(response.getOutputStream());
    }

    @DeleteMapping("/v1/candidates/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Permission.ERASE_PERSONS)
    void erase(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "subject-request") String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        erasures.erase(actor, new CandidateId(id), Etag.expected(ifMatch), reason(reason));
    }

    private static ErasureReason reason(String wireName) {
        return ErasureReason.ofWireName(wireName)
                .orElseThrow(() ->
                        new InvalidInput(
                                "/reason",
                                Arrays.stream(ErasureReason.values())
                                        .map(ErasureReason::wireName)
                                        .collect(Collectors.joining(", ", "must be one of ", ""))));
    }
}
