package dev.assay.hiring.members.web;

import dev.assay.hiring.members.Invitation;
import dev.assay.hiring.members.Member;
import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.members.Members;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/members")
class MemberController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final Members members;
    private final RequestJson json;

    MemberController(Members members, RequestJson json) {
        this.members = members;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_MEMBERS)
    ResponseEntity<PageResponse<MemberResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                members.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit));
        return PageResponse.of(page, MemberResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.MANAGE_MEMBERS)
    Deed<MemberResponse> invite(Actor actor, InputStream body) throws IOException {
        Invitation invitation = json.read(body, BODY_LIMIT, InvitationRequest.class).invitation();
        return Deed.of(
                () -> members.invite(actor, invitation),
                member ->
                        ResponseEntity.created(URI.create("/v1/members/" + member.id()))
                                .eTag(Etag.of(member.version()))
                                .body(MemberResponse.of(member)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_MEMBERS)
    ResponseEntity<MemberResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(members.get(actor, new MemberId(id)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.MANAGE_MEMBERS)
    ResponseEntity<MemberResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Member before = members.get(actor, new MemberId(id));
        Version expected = Etag.expected(ifMatch);
        RolesRequest request =
                json.patched(RolesRequest.of(before), body, BODY_LIMIT, RolesRequest.class);
        return answer(members.changeRoles(actor, before.id(), expected, request.asRoles()));
    }

    @DeleteMapping("/{id}")
    @Allowed(Permission.MANAGE_MEMBERS)
    ResponseEntity<Void> remove(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        Member before = members.get(actor, new MemberId(id));
        members.remove(actor, before.id(), Etag.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<MemberResponse> answer(Member member) {
        return ResponseEntity.ok().eTag(Etag.of(member.version())).body(MemberResponse.of(member));
    }
}
