package dev.assay.hiring.scoring.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.scoring.Comparison;
import dev.assay.hiring.scoring.RankedApplication;
import dev.assay.hiring.scoring.RankingLane;
import dev.assay.hiring.scoring.Receipts;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.scoring.ScoreHistoryEntry;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Invitations;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
class ScoreController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final Scores scores;
    private final Receipts receipts;
    private final Invitations invitations;
    private final RequestJson json;

    ScoreController(Scores scores, Receipts receipts, Invitations invitations, RequestJson json) {
        this.scores = scores;
        this.receipts = receipts;
        this.invitations = invitations;
        this.json = json;
    }

    @GetMapping("/v1/jobs/{id}/ranking")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<RankingRow>> ranking(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "ranked") String lane,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                scores.ranking(
                        actor,
                        new JobId(id),
                        lane(lane),
                        after.map(cursor -> PageCursor.parse(cursor, 4)),
                        new PageSize(limit));
        Map<ApplicationId, Instant> invited =
                lane(lane) == RankingLane.NO_EVIDENCE
                        ? invitations.lastOf(
                                actor,
                                page.items().stream().map(RankedApplication::application).toList())
                        : Map.of();
        return PageResponse.of(
                page, ranked -> RankingRow.of(ranked, invited.get(ranked.application())));
    }

    @GetMapping("/v1/applications/{id}/score")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<Score> score(Actor actor, @PathVariable UUID id) {
        Score score = scores.current(actor, new ApplicationId(id));
        String tag = Etag.ofDigest(score.engineVersion() + "-" + score.inputsDigest());
        return ResponseEntity.ok().eTag(tag).body(score);
    }

    @GetMapping("/v1/applications/{id}/score/history")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<HistoryRow>> history(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                scores.history(
                        actor,
                        new ApplicationId(id),
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        return PageResponse.of(page, HistoryRow::of);
    }

    /** A question, whatever the method: it makes nothing. */
    @PostMapping(
            path = "/v1/applications/{id}/score/what-if",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.READ_APPLICATIONS)
    @Costly
    Deed<WhatIf> whatIf(Actor actor, @PathVariable UUID id, InputStream body) throws IOException {
        var application = new ApplicationId(id);
        WhatIfRequest request = json.read(body, BODY_LIMIT, WhatIfRequest.class);
        return Deed.of(
                () ->
                        new WhatIf(
                                scores.current(actor, application),
                                scores.whatIf(actor, application, request.hypothesis())),
                ResponseEntity::ok);
    }

    @GetMapping("/v1/jobs/{id}/comparison")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<Comparison> compare(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> application) {
        Comparison comparison =
                scores.compare(
                        actor,
                        new JobId(id),
                        application.stream().map(ApplicationId::new).toList());
        return ResponseEntity.ok().body(comparison);
    }

    /** The score that stands, and what it would be. */
    record WhatIf(Score now, Score then) {}

    /** Signed anew at every call, by whichever key signs then; what is signed is the same. */
    @GetMapping("/v1/applications/{id}/score/receipt")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<ObjectNode> receipt(
            Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "full") String view) {
        var application = new ApplicationId(id);
        ObjectNode receipt =
                switch (view) {
                    case "full" -> receipts.receipt(actor, application);
                    case "candidate" -> receipts.forCandidate(actor, application);
                    default -> throw new InvalidInput("/view", "must be full or candidate");
                };
        return ResponseEntity.ok()
                .eTag(Etag.ofContent(withoutProof(receipt).toString().getBytes(UTF_8)))
                .body(receipt);
    }

    private static ObjectNode withoutProof(ObjectNode receipt) {
        return receipt.deepCopy().without("proof");
    }

    private static RankingLane lane(String wireName) {
        return Arrays.stream(RankingLane.values())
                .filter(lane -> lane.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/lane", "must be ranked or no-evidence"));
    }

    record HistoryRow(String cause, Score score) {

        static HistoryRow of(ScoreHistoryEntry entry) {
            return new HistoryRow(entry.cause().wireName(), entry.score());
        }
    }

    record RankingRow(
            @Nullable Integer rank,
            UUID applicationId,
            @Nullable BigDecimal score,
            @Nullable BigDecimal potential,
            @Nullable Integer band,
            String mustHaves,
            List<RequirementSummary> requirements,
            @Nullable Instant invitedAt) {

        static RankingRow of(RankedApplication ranked, @Nullable Instant invitedAt) {
            Score score = ranked.score();
            return new RankingRow(
                    ranked.rank() == 0 ? null : ranked.rank(),
                    ranked.application().value(),
                    score.score(),
                    score.potential(),
                    score.band(),
                    score.mustHaves(),
                    score.requirements().stream().map(RequirementSummary::of).toList(),
                    invitedAt);
        }
    }

    record RequirementSummary(
            Score.Skill skill,
            boolean mustHave,
            String state,
            BigDecimal points,
            BigDecimal maxPoints) {

        static RequirementSummary of(Score.RequirementScore requirement) {
            return new RequirementSummary(
                    requirement.skill(),
                    requirement.mustHave(),
                    requirement.state(),
                    requirement.points(),
                    requirement.maxPoints());
        }
    }
}
