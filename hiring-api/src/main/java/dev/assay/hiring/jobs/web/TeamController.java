package dev.assay.hiring.jobs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobTeams;
import dev.assay.hiring.jobs.TeamMember;
import dev.assay.hiring.members.Member;
import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/jobs/{id}/team")
class TeamController {

    private final JobTeams teams;

    TeamController(JobTeams teams) {
        this.teams = teams;
    }

    /** A team is small, so its one page is the whole of it. */
    @GetMapping
    @Allowed(Permission.READ_MEMBERS)
    PageResponse<TeamMemberResponse> list(Actor actor, @PathVariable UUID id) {
        return new PageResponse<>(
                teams.of(actor, new JobId(id)).stream().map(TeamMemberResponse::of).toList(), null);
    }

    @PutMapping("/{memberId}")
    @Allowed(Permission.EDIT_TEAMS)
    ResponseEntity<Void> add(Actor actor, @PathVariable UUID id, @PathVariable UUID memberId) {
        teams.add(actor, new JobId(id), new MemberId(memberId));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{memberId}")
    @Allowed(Permission.EDIT_TEAMS)
    ResponseEntity<Void> remove(Actor actor, @PathVariable UUID id, @PathVariable UUID memberId) {
        teams.remove(actor, new JobId(id), new MemberId(memberId));
        return ResponseEntity.noContent().build();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TeamMemberResponse(
            UUID memberId,
            @Nullable String email,
            @Nullable String givenName,
            @Nullable String familyName,
            Instant addedAt) {

        static TeamMemberResponse of(TeamMember one) {
            Member member = one.member();
            return new TeamMemberResponse(
                    member.id().value(),
                    member.email(),
                    member.givenName(),
                    member.familyName(),
                    one.addedAt());
        }
    }
}
