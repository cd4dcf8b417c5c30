package dev.assay.hiring.members.web;

import dev.assay.hiring.members.Member;
import dev.assay.hiring.shared.EmployerRole;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;

/** What can be changed of a member. */
record RolesRequest(@NotEmpty List<@NotNull MemberRole> roles) {

    static RolesRequest of(Member member) {
        return new RolesRequest(member.roles().stream().sorted().map(MemberRole::of).toList());
    }

    Set<EmployerRole> asRoles() {
        return MemberRole.asRoles(roles);
    }
}
