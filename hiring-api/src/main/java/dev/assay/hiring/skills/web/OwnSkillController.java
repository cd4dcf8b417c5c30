package dev.assay.hiring.skills.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.OwnSkill;
import dev.assay.hiring.skills.OwnSkillContent;
import dev.assay.hiring.skills.OwnSkills;
import dev.assay.hiring.skills.SkillId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/own-skills")
class OwnSkillController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final OwnSkills skills;
    private final RequestJson json;

    OwnSkillController(OwnSkills skills, RequestJson json) {
        this.skills = skills;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_SKILLS)
    ResponseEntity<PageResponse<OwnSkillResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                skills.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                OwnSkillResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_SKILLS)
    Deed<OwnSkillResponse> add(Actor actor, InputStream body) throws IOException {
        OwnSkillContent content = json.read(body, BODY_LIMIT, OwnSkillRequest.class).content();
        return Deed.of(
                () -> skills.add(actor, content),
                skill ->
                        ResponseEntity.created(URI.create("/v1/own-skills/" + skill.id()))
                                .eTag(Etag.of(skill.version()))
                                .body(OwnSkillResponse.of(skill)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_SKILLS)
    ResponseEntity<OwnSkillResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(skills.get(actor, new SkillId(id)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_SKILLS)
    ResponseEntity<OwnSkillResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        OwnSkill before = skills.get(actor, new SkillId(id));
        Version expected = Etag.expected(ifMatch);
        OwnSkillRequest request =
                json.patched(OwnSkillRequest.of(before), body, BODY_LIMIT, OwnSkillRequest.class);
        return answer(skills.change(actor, before.id(), expected, request.content()));
    }

    private static ResponseEntity<OwnSkillResponse> answer(OwnSkill skill) {
        return ResponseEntity.ok().eTag(Etag.of(skill.version())).body(OwnSkillResponse.of(skill));
    }

    /** An own skill as it is sent, and as a merge patch leaves it. */
    record OwnSkillRequest(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> alternatives,
            @Nullable @Size(max = 10) List<@NotBlank @Size(max = 2_000) String> broader,
            @Nullable Boolean retired) {

        static OwnSkillRequest of(OwnSkill skill) {
            OwnSkillContent content = skill.content();
            return new OwnSkillRequest(
                    content.label(),
                    content.alternatives(),
                    content.broader().stream().map(URI::toString).sorted().toList(),
                    content.retired());
        }

        OwnSkillContent content() {
            Set<URI> wholes = new HashSet<>();
            List<String> named = Objects.requireNonNullElse(broader, List.of());
            for (int i = 0; i < named.size(); i++) {
                try {
                    wholes.add(URI.create(named.get(i)));
                } catch (IllegalArgumentException noUri) {
                    throw new InvalidInput("/broader/" + i, "must be the URI of a skill");
                }
            }
            return new OwnSkillContent(
                    name.strip(),
                    Objects.requireNonNullElse(alternatives, List.of()),
                    wholes,
                    Objects.requireNonNullElse(retired, false));
        }
    }

    record OwnSkillResponse(
            UUID id,
            String uri,
            String name,
            List<String> alternatives,
            List<String> broader,
            boolean retired,
            Instant createdAt,
            Instant updatedAt) {

        static OwnSkillResponse of(OwnSkill skill) {
            OwnSkillContent content = skill.content();
            return new OwnSkillResponse(
                    skill.id().value(),
                    skill.uri().toString(),
                    content.label(),
                    content.alternatives(),
                    content.broader().stream().map(URI::toString).sorted().toList(),
                    content.retired(),
                    skill.createdAt(),
                    skill.updatedAt());
        }
    }
}
