package dev.assay.hiring.members.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.members.Member;
import dev.assay.hiring.shared.EmployerRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member as it is answered; what is not known yet is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberResponse(
        UUID id,
        @Nullable UUID subject,
        @Nullable String email,
        @Nullable String givenName,
        @Nullable String familyName,
        List<String> roles,
        String state,
        @Nullable String fault,
        Instant createdAt,
        Instant updatedAt) {

    static MemberResponse of(Member member) {
        return new MemberResponse(
                member.id().value(),
                member.subject(),
                member.email(),
                member.givenName(),
                member.familyName(),
                member.roles().stream().sorted().map(EmployerRole::wireName).toList(),
                member.state().wireName(),
                member.fault(),
                member.createdAt(),
                member.updatedAt());
    }
}
