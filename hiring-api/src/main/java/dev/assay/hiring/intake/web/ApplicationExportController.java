package dev.assay.hiring.intake.web;

import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.intake.ApplicationExport;
import dev.assay.hiring.intake.ApplicationExport.Exported;
import dev.assay.hiring.intake.ApplicationField;
import dev.assay.hiring.intake.ApplicationFilter;
import dev.assay.hiring.intake.ListedApplication;
import dev.assay.hiring.intake.web.ApplicationListController.ListedApplicationResponse;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.lists.CsvLine;
import dev.assay.hiring.platform.lists.FilteredBy;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Applications as a file, written as they are read, so that their number is nobody's concern. */
@RestController
class ApplicationExportController {

    private static final String[] COLUMNS = {
        "id",
        "jobId",
        "candidateId",
        "givenName",
        "familyName",
        "email",
        "phase",
        "stageId",
        "submittedAt",
        "sourceChannel",
        "sourceReference",
        "score",
        "potential",
        "band",
        "lane",
        "mustHaves",
        "flagged"
    };

    private final ApplicationExport exports;
    private final JsonMapper json;

    ApplicationExportController(ApplicationExport exports, JsonMapper json) {
        this.exports = exports;
        this.json = json;
    }

    @GetMapping("/v1/applications/export")
    @Allowed(Permission.READ_APPLICATIONS)
    @FilteredBy(ApplicationField.class)
    @Costly
    void export(
            Actor actor,
            @RequestParam MultiValueMap<String, String> query,
            @RequestParam(defaultValue = "ndjson") String format,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ_APPLICATIONS);
        ApplicationFilter filter = ApplicationFilter.of(query);
        Function<Exported, String> line =
                switch (format) {
                    case "ndjson" ->
                            row -> json.writeValueAsString(ExportedApplication.of(row)) + "\n";
                    case "csv" -> ApplicationExportController::csv;
                    default -> throw new InvalidInput("/format", "must be ndjson or csv");
                };
        boolean table = format.equals("csv");
        response.setContentType(table ? "text/csv; charset=UTF-8" : "application/x-ndjson");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"applications." + format + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        OutputStream body = response.getOutputStream();
        if (table) {
            write(body, CsvLine.of(COLUMNS));
        }
        exports.write(actor, filter, row -> write(body, line.apply(row)));
    }

    private static void write(OutputStream body, String line) {
        try {
            body.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String csv(Exported row) {
        ListedApplication application = row.application();
        Optional<Candidate> candidate = row.candidate();
        Optional<ListedApplication.Figures> figures = application.figures();
        return CsvLine.of(
                application.id().toString(),
                application.job().toString(),
                application.candidate().toString(),
                candidate.map(Candidate::givenName).map(CsvLine::text).orElse(""),
                candidate.map(Candidate::familyName).map(CsvLine::text).orElse(""),
                candidate.map(person -> CsvLine.text(person.email().address())).orElse(""),
                application.phase().wireName(),
                application.stage().map(stage -> stage.value().toString()).orElse(""),
                application.submittedAt().toString(),
                CsvLine.text(application.source().channel()),
                Optional.ofNullable(application.source().reference()).map(CsvLine::text).orElse(""),
                figures.flatMap(ListedApplication.Figures::score)
                        .map(points -> points.toPlainString())
                        .orElse(""),
                figures.flatMap(ListedApplication.Figures::potential)
                        .map(points -> points.toPlainString())
                        .orElse(""),
                figures.flatMap(ListedApplication.Figures::band).map(String::valueOf).orElse(""),
                figures.map(ListedApplication.Figures::lane).orElse(""),
                figures.map(ListedApplication.Figures::mustHaves).orElse(""),
                String.valueOf(application.flagged()));
    }

    /** One line: an application with who applied, null when the person was erased. */
    record ExportedApplication(
            @Nullable ExportedCandidate candidate, ListedApplicationResponse application) {

        static ExportedApplication of(Exported row) {
            return new ExportedApplication(
                    row.candidate().map(ExportedCandidate::of).orElse(null),
                    ListedApplicationResponse.of(row.application()));
        }
    }

    record ExportedCandidate(UUID id, String givenName, String familyName, String email) {

        static ExportedCandidate of(Candidate candidate) {
            return new ExportedCandidate(
                    candidate.id().value(),
                    candidate.givenName(),
                    candidate.familyName(),
                    candidate.email().address());
        }
    }
}
