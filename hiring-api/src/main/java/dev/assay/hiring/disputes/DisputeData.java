package dev.assay.hiring.disputes;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a person disputed and was answered is under their key, and goes with it. That there was a
 * dispute, and what came of it, stays.
 */
@Component
class DisputeData implements PersonalDataHolder {

    private final DisputeRepository repository;
    private final Disputes disputes;
    private final TenantTransaction transactions;

    DisputeData(DisputeRepository repository, Disputes disputes, TenantTransaction transactions) {
        this.repository = repository;
        this.disputes = disputes;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "disputes";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.sealed("dispute", "sealed_statement", "sealed_answer"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        repository.ofCandidate(actor.employer(), new CandidateId(person.value())).stream()
                .map(DisputeRepository.Stored::dispute)
                .filter(dispute -> dispute.state() == DisputeState.OPEN)
                .forEach(open -> disputes.lapse(actor, open));
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        List<DisputeView> all =
                transactions.in(
                        actor,
                        () ->
                                repository
                                        .ofCandidate(
                                                actor.employer(), new CandidateId(person.value()))
                                        .stream()
                                        .map(stored -> disputes.view(actor, stored))
                                        .toList());
        if (!all.isEmpty()) {
            to.json("disputes.json", all);
        }
    }
}
