package dev.assay.hiring.members.web;

import dev.assay.hiring.members.Invitation;
import dev.assay.hiring.shared.InvalidInput;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom to invite: {@code email} or {@code subject}, not both. */
record InvitationRequest(
        @Nullable @Email @Size(max = 254) String email,
        @Nullable UUID subject,
        @Nullable @Size(max = 200) String givenName,
        @Nullable @Size(max = 200) String familyName,
        @NotEmpty List<@NotNull MemberRole> roles) {

    Invitation invitation() {
        if ((email == null || email.isBlank()) == (subject == null)) {
            throw new InvalidInput("/email", "give either this or the subject of an account");
        }
        return new Invitation(
                Optional.ofNullable(email),
                Optional.ofNullable(subject),
                givenName,
                familyName,
                MemberRole.asRoles(roles));
    }
}
