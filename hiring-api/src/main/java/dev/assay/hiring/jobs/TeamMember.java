package dev.assay.hiring.jobs;

import dev.assay.hiring.members.Member;
import java.time.Instant;

/** Somebody on the hiring team of a job. */
public record TeamMember(Member member, Instant addedAt) {}
