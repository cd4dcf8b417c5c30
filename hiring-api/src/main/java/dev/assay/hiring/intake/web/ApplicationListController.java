package dev.assay.hiring.intake.web;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.intake.ApplicationField;
import dev.assay.hiring.intake.ApplicationFilter;
import dev.assay.hiring.intake.ApplicationOrder;
import dev.assay.hiring.intake.ApplicationSearch;
import dev.assay.hiring.intake.ListedApplication;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.platform.lists.FilteredBy;
import dev.assay.hiring.platform.lists.SyncPageResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ApplicationListController {

    private final ApplicationSearch search;

    ApplicationListController(ApplicationSearch search) {
        this.search = search;
    }

    @GetMapping("/v1/applications")
    @Allowed(Permission.READ_APPLICATIONS)
    @FilteredBy(ApplicationField.class)
    ResponseEntity<SyncPageResponse<ListedApplicationResponse>> list(
            Actor actor,
            @RequestParam MultiValueMap<String, String> query,
            @RequestParam(defaultValue = "-submittedAt") String sort,
            @RequestParam Optional<String> syncToken,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return SyncPageResponse.of(
                search.list(
                        actor,
                        ApplicationFilter.of(query),
                        ApplicationOrder.ofWireName(sort),
                        after,
                        syncToken,
                        new PageSize(limit)),
                ListedApplicationResponse::of);
    }

    /** An application as the list shows it; its figures are null when it left the rankings. */
    record ListedApplicationResponse(
            UUID id,
            UUID jobId,
            UUID candidateId,
            ApplicationPhase phase,
            @Nullable UUID stageId,
            Instant submittedAt,
            SourceResponse source,
            @Nullable BigDecimal score,
            @Nullable BigDecimal potential,
            @Nullable Integer band,
            @Nullable String lane,
            @Nullable String mustHaves,
            boolean flagged) {

        static ListedApplicationResponse of(ListedApplication listed) {
            return new ListedApplicationResponse(
                    listed.id().value(),
                    listed.job().value(),
                    listed.candidate().value(),
                    listed.phase(),
                    listed.stage().map(StageId::value).orElse(null),
                    listed.submittedAt(),
                    new SourceResponse(listed.source().channel(), listed.source().reference()),
                    listed.figures().flatMap(ListedApplication.Figures::score).orElse(null),
                    listed.figures().flatMap(ListedApplication.Figures::potential).orElse(null),
                    listed.figures().flatMap(ListedApplication.Figures::band).orElse(null),
                    listed.figures().map(ListedApplication.Figures::lane).orElse(null),
                    listed.figures().map(ListedApplication.Figures::mustHaves).orElse(null),
                    listed.flagged());
        }
    }

    record SourceResponse(String channel, @Nullable String reference) {}
}
