package dev.assay.hiring.compliance;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.platform.audit.AuditLog;
import dev.assay.hiring.platform.audit.AuditLogEntry;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The audit trail holds no personal data and outlives the person; in an export it is shown. */
@Component
class AuditData implements PersonalDataHolder {

    private final AuditLog log;
    private final Applications applications;
    private final Credentials credentials;

    AuditData(AuditLog log, Applications applications, Credentials credentials) {
        this.log = log;
        this.applications = applications;
        this.credentials = credentials;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of();
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        // Ids, codes and figures stay: they say that there was somebody, and not who.
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        Set<UUID> subjects = new HashSet<>(Set.of(person.value()));
        List<ApplicationId> ids =
                applications.ofEach(actor, Set.of(new CandidateId(person.value()))).stream()
                        .map(Application::id)
                        .toList();
        ids.forEach(id -> subjects.add(id.value()));
        Map<ApplicationId, List<StoredCredential>> filed = credentials.inClear(actor, ids);
        filed.values().forEach(each -> each.forEach(one -> subjects.add(one.id().value())));
        List<AuditLogEntry> entries = log.about(actor, subjects);
        to.json(person + ".json", entries);
    }
}
