package dev.assay.hiring.shared;

import java.util.Set;
import java.util.UUID;

/** Tells on the hiring teams of which jobs a person is. */
public interface TeamJobs {

    Set<UUID> of(EmployerId employer, UUID subject);
}
