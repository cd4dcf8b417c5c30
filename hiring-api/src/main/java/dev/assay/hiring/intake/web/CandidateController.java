package dev.assay.hiring.intake.web;

import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateField;
import dev.assay.hiring.candidates.CandidateFilter;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.candidates.Merging;
import dev.assay.hiring.candidates.ProfileCorrection;
import dev.assay.hiring.intake.CandidateView;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.lists.FilteredBy;
import dev.assay.hiring.platform.lists.SyncPageResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/v1/candidates")
class CandidateController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final Intake intake;
    private final Candidates candidates;
    private final Merging merging;
    private final RequestJson json;
    private final JsonMapper answers;

    CandidateController(
            Intake intake,
            Candidates candidates,
            Merging merging,
            RequestJson json,
            JsonMapper answers) {
        this.intake = intake;
        this.candidates = candidates;
        this.merging = merging;
        this.json = json;
        this.answers = answers;
    }

    @GetMapping
    @Allowed(Permission.READ_APPLICATIONS)
    @FilteredBy(CandidateField.class)
    ResponseEntity<SyncPageResponse<CandidateResponse.Summary>> list(
            Actor actor,
            @RequestParam MultiValueMap<String, String> query,
            @RequestParam Optional<String> syncToken,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return SyncPageResponse.of(
                candidates.list(
                        actor, CandidateFilter.of(query), after, syncToken, new PageSize(limit)),
                CandidateResponse.Summary::of);
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<CandidateResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(intake.candidate(actor, new CandidateId(id)));
    }

    /** Puts right what a submission got wrong about the person; GDPR article 16. */
    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_CANDIDATES)
    ResponseEntity<CandidateResponse> correct(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Candidate before = candidates.get(actor, new CandidateId(id));
        // Or a pseudonym would take the place of their name.
        candidates.requireShown(actor, before.id());
        Version expected = Etag.expected(ifMatch);
        CorrectionRequest request =
                json.patched(
                        CorrectionRequest.of(before), body, BODY_LIMIT, CorrectionRequest.class);
        candidates.correct(actor, before.id(), expected, request.correction());
        return answer(intake.candidate(actor, before.id()));
    }

    /** Says that another candidate is the same person. */
    @PostMapping(path = "/{id}/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_CANDIDATES)
    Deed<CandidateResponse> merge(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        CandidateId survivor = candidates.get(actor, new CandidateId(id)).id();
        CandidateId other = json.read(body, BODY_LIMIT, OtherRequest.class).other();
        Version expected = Etag.expected(ifMatch);
        return Deed.about(
                () -> {
                    merging.merge(actor, survivor, expected, other);
                    return intake.candidate(actor, survivor);
                },
                _ -> survivor.person(),
                this::answer);
    }

    /** Takes back that another candidate is the same person. */
    @PostMapping(path = "/{id}/part", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_CANDIDATES)
    Deed<CandidateResponse> part(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        CandidateId survivor = candidates.get(actor, new CandidateId(id)).id();
        CandidateId other = json.read(body, BODY_LIMIT, OtherRequest.class).other();
        Version expected = Etag.expected(ifMatch);
        return Deed.about(
                () -> {
                    merging.part(actor, survivor, expected, other);
                    return intake.candidate(actor, survivor);
                },
                _ -> survivor.person(),
                this::answer);
    }

    private ResponseEntity<CandidateResponse> answer(CandidateView view) {
        CandidateResponse response = CandidateResponse.of(view);
        return ResponseEntity.ok()
                .eTag(Etag.of(view.candidate().version(), answers.writeValueAsBytes(response)))
                .body(response);
    }

    record OtherRequest(@NotNull UUID candidateId) {

        CandidateId other() {
            return new CandidateId(candidateId);
        }
    }

    record CorrectionRequest(
            @NotBlank @Size(max = 200) String givenName,
            @NotNull @Size(max = 200) String familyName,
            @Nullable @Size(max = 50) String phone) {

        static CorrectionRequest of(Candidate candidate) {
            return new CorrectionRequest(
                    candidate.givenName(), candidate.familyName(), candidate.phone());
        }

        ProfileCorrection correction() {
            return new ProfileCorrection(givenName, familyName, phone);
        }
    }
}
