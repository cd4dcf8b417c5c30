package dev.assay.hiring.dossier;

import dev.assay.hiring.members.MemberId;
import java.time.Instant;

/** Who looks after an application, since when, and who said so. */
public record Assignment(MemberId member, String assignedBy, Instant assignedAt) {}
