package dev.assay.hiring.dossier;

import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.shared.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who looks after an application, since when, and who said so. */
public record Assignment(MemberId member, String assignedBy, Instant assignedAt) {

    /** What changes with who looks after it, and since when. */
    public static Fingerprint fingerprint(Optional<Assignment> assignment) {
        return Fingerprint.of(
                assignment
                        .map(one -> List.of(one.member(), one.assignedBy(), one.assignedAt()))
                        .orElse(List.of()));
    }
}
