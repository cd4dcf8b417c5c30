package dev.assay.hiring.members.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.hiring.shared.EmployerRole;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles by the names they have in JSON. */
enum MemberRole {
    @JsonProperty("recruiter")
    RECRUITER(EmployerRole.RECRUITER),
    @JsonProperty("hr-admin")
    HR_ADMIN(EmployerRole.HR_ADMIN),
    @JsonProperty("auditor")
    AUDITOR(EmployerRole.AUDITOR),
    @JsonProperty("hiring-team")
    HIRING_TEAM(EmployerRole.HIRING_TEAM);

    private final EmployerRole role;

    MemberRole(EmployerRole role) {
        this.role = role;
    }

    static MemberRole of(EmployerRole role) {
        return switch (role) {
            case RECRUITER -> RECRUITER;
            case HR_ADMIN -> HR_ADMIN;
            case AUDITOR -> AUDITOR;
            case HIRING_TEAM -> HIRING_TEAM;
        };
    }

    static Set<EmployerRole> asRoles(Collection<MemberRole> roles) {
        return roles.stream().map(one -> one.role).collect(Collectors.toUnmodifiableSet());
    }
}
