package dev.assay.hiring.evidence;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What raters wrote about a person is under that person's key, and goes with it. The figures stay:
 * what was decided on them must be explainable.
 */
@Component
class RecordedEvidenceData implements PersonalDataHolder {

    private final RecordedEvidenceRepository repository;
    private final TenantTransaction transactions;
    private final PersonalVault vault;

    private record Recorded(RecordedEvidence evidence, Optional<String> note) {}

    RecordedEvidenceData(
            RecordedEvidenceRepository repository,
            TenantTransaction transactions,
            PersonalVault vault) {
        this.repository = repository;
        this.transactions = transactions;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.sealed("recorded_evidence", "sealed_note"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        // Nothing is in plain text.
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        List<Recorded> recorded =
                transactions.in(
                        actor,
                        () ->
                                repository
                                        .ofPerson(
                                                actor.employer(),
                                                Set.of(new CandidateId(person.value())))
                                        .stream()
                                        .map(one -> new Recorded(one, note(actor, person, one)))
                                        .toList());
        if (!recorded.isEmpty()) {
            to.json("recorded.json", recorded);
        }
    }

    private Optional<String> note(Actor actor, PersonId person, RecordedEvidence evidence) {
        return repository
                .note(actor.employer(), evidence.id())
                .flatMap(sealed -> vault.keys(actor, List.of(person)).open(person, sealed))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
