package dev.assay.hiring.platform.mail;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The delivery log: what was sent to whom, and what became of it. Whom it was sent to is withheld
 * while they are reviewed blind.
 */
@Component
public class Mails {

    private final MailRepository repository;
    private final TenantTransaction transactions;
    private final MailTransport transport;

    Mails(MailRepository repository, TenantTransaction transactions, MailTransport transport) {
        this.repository = repository;
        this.transactions = transactions;
        this.transport = transport;
    }

    /** This employer's mail, newest first. */
    public Page<MailEntry> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_MAIL);
        return transactions
                .in(actor, () -> repository.list(actor.employer(), after, size))
                .map(mail -> mail.shownTo(actor));
    }

    /** What was sent to a candidate, newest first; for who keeps their dossier. */
    public Page<MailEntry> about(
            Actor actor, PersonId person, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions
                .in(actor, () -> repository.about(actor.employer(), person, after, size))
                .map(mail -> mail.shownTo(actor));
    }

    /**
     * One line of the log.
     *
     * @throws NotFound when this employer has no such mail
     */
    public MailEntry get(Actor actor, MailId id) {
        actor.require(Permission.READ_MAIL);
        return transactions
                .in(actor, () -> repository.find(actor.employer(), id))
                .map(mail -> mail.shownTo(actor))
                .orElseThrow(() -> new NotFound("mail"));
    }

    /**
     * What a mail said; empty unless mail goes into a folder, as in the local run. A server is
     * handed it, and we keep nothing. Empty too while whom it is about is reviewed blind.
     *
     * @throws NotFound when this employer has no such mail
     */
    public Optional<String> text(Actor actor, MailId id) {
        MailEntry mail = get(actor, id);
        return mail.blind() && actor instanceof Actor.Person
                ? Optional.empty()
                : transport.kept(actor.employer(), mail.id());
    }
}
