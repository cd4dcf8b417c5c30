package dev.assay.hiring.platform.mail;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.PersonalDataHolder;
import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.PersonalTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mail about a person goes with them: its line in the log, and its file where it is one. */
@Component
class MailData implements PersonalDataHolder {

    private final MailRepository repository;
    private final MailTransport transport;
    private final TenantTransaction transactions;

    MailData(MailRepository repository, MailTransport transport, TenantTransaction transactions) {
        this.repository = repository;
        this.transport = transport;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.readable("mail", "recipient", "words"));
    }

    @Override
    public void erase(Actor actor, PersonId person) {
        repository
                .about(actor.employer(), person)
                .forEach(mail -> transport.forget(actor.employer(), mail.id()));
        repository.deleteAbout(actor.employer(), person);
    }

    @Override
    public void export(Actor actor, PersonId person, PersonalExport to) {
        transactions
                .in(actor, () -> repository.about(actor.employer(), person))
                .forEach(mail -> to.json(mail.id() + ".json", mail));
    }
}
