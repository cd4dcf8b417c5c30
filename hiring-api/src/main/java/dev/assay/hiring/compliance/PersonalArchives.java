package dev.assay.hiring.compliance;

import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PersonalDataHolder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives out everything that is held of a person, as one archive: GDPR articles 15 and 20. */
@Component
public class PersonalArchives {

    private final Candidates candidates;
    private final List<PersonalDataHolder> holders;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    PersonalArchives(
            Candidates candidates,
            List<PersonalDataHolder> holders,
            TenantTransaction transactions,
            AuditTrail audit,
            JsonMapper json,
            Clock clock) {
        this.candidates = candidates;
        this.holders = List.copyOf(holders);
        this.transactions = transactions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Prepares the archive of a candidate and of everybody merged with them, and writes down that
     * it was asked for.
     *
     * @throws NotFound when this employer has no such candidate, or erased them
     */
    public PersonalArchive of(Actor actor, CandidateId id) {
        actor.require(Permission.EXPORT_PERSONS);
        List<Candidate> person =
                transactions.in(
                        actor,
                        () -> {
                            List<Candidate> same = candidates.samePerson(actor, id);
                            audit.record(
                                    actor, "candidate.exported", "candidate", id.value(), Map.of());
                            return same;
                        });
        return target -> write(actor, id, person, target);
    }

    private void write(Actor actor, CandidateId id, List<Candidate> person, OutputStream target)
            throws IOException {
        try (ArchiveWriter archive = new ArchiveWriter(target, json)) {
            for (PersonalDataHolder holder : holders) {
                for (Candidate same : person) {
                    holder.export(actor, same.id().person(), archive.below(holder.name()));
                }
            }
            archive.finish(id.value(), clock.instant());
        }
    }

    /** The archive, written when asked for; nothing is held in memory but the file in hand. */
    public interface PersonalArchive {
        void writeTo(OutputStream target) throws IOException;
    }
}
