package dev.assay.hiring.skills.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.operations.web.OperationResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.ImportedVocabulary;
import dev.assay.hiring.skills.SkillImport;
import dev.assay.hiring.skills.Vocabularies;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VocabularyController {

    private static final int BODY_LIMIT = 32 * 1024 * 1024;
    private static final int LONGEST = 100;

    private final SkillImport skillImport;
    private final Vocabularies vocabularies;
    private final RequestJson json;

    VocabularyController(SkillImport skillImport, Vocabularies vocabularies, RequestJson json) {
        this.skillImport = skillImport;
        this.vocabularies = vocabularies;
        this.json = json;
    }

    @GetMapping("/v1/vocabularies")
    @Allowed(Permission.READ_SKILLS)
    ResponseEntity<PageResponse<ImportedVocabulary>> list(Actor actor) {
        return PageResponse.of(
                new Page<>(vocabularies.imported(actor), Optional.empty()), one -> one);
    }

    @PostMapping(
            path = "/v1/skills/import",
            consumes = {
                "application/zip",
                "text/csv",
                "text/tab-separated-values",
                "text/plain",
                "application/octet-stream"
            })
    @Allowed(Permission.IMPORT_SKILLS)
    Deed<OperationResponse> take(
            Actor actor, @RequestParam(defaultValue = "unknown") String version, InputStream body)
            throws IOException {
        if (version.isBlank() || version.length() > LONGEST) {
            throw new InvalidInput("/version", "must be a text of at most 100 characters");
        }
        byte[] files = json.bytes(body, BODY_LIMIT);
        return Deed.of(
                () -> skillImport.accept(actor, version, files), OperationResponse::accepted);
    }
}
