package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The answers that were given about a person, kept in case their callers ask again. */
@Component
class AnswerData implements PersonalDataHolder {

    private final IdempotencyLedger ledger;

    AnswerData(IdempotencyLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                new PersonalTable("idempotent_call", Set.of("fingerprint"), Set.of("sealed")));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        ledger.erase(actor, person);
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        ledger.answersAbout(actor, person).forEach((id, body) -> to.file(id + ".json", body));
    }
}
