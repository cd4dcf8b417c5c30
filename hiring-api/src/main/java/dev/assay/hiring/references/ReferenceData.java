package dev.assay.hiring.references;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** What other systems call a person and their applications: a way to find them there. */
@Component
class ReferenceData implements PersonalDataHolder {

    private final ReferenceRepository repository;
    private final TenantTransaction transactions;

    ReferenceData(ReferenceRepository repository, TenantTransaction transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "references";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.readable("external_reference", "reference"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        repository.delete(actor.employer(), person);
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        List<ReferenceRepository.Stored> held =
                transactions.in(actor, () -> repository.of(actor.employer(), person));
        if (!held.isEmpty()) {
            to.json("references.json", held);
        }
    }
}
