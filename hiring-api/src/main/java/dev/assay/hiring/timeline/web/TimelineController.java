package dev.assay.hiring.timeline.web;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.lists.FilteredBy;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.TimelineEntry;
import dev.assay.hiring.timeline.TimelineField;
import dev.assay.hiring.timeline.Timelines;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TimelineController {

    private final Timelines timelines;

    TimelineController(Timelines timelines) {
        this.timelines = timelines;
    }

    @GetMapping("/v1/candidates/{id}/timeline")
    @Allowed(Permission.READ_APPLICATIONS)
    @FilteredBy(TimelineField.class)
    ResponseEntity<PageResponse<TimelineEntryResponse>> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> query,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                timelines.of(
                        actor,
                        new CandidateId(id),
                        TimelineField.kinds(query),
                        after.map(cursor -> PageCursor.parse(cursor, 3)),
                        new PageSize(limit)),
                TimelineEntryResponse::of);
    }

    record TimelineEntryResponse(
            String kind,
            Instant at,
            UUID id,
            @Nullable UUID applicationId,
            @Nullable String by,
            Map<String, Object> detail) {

        static TimelineEntryResponse of(TimelineEntry entry) {
            return new TimelineEntryResponse(
                    entry.kind().wireName(),
                    entry.at(),
                    entry.id(),
                    entry.application().map(ApplicationId::value).orElse(null),
                    entry.by().orElse(null),
                    entry.detail());
        }
    }
}
