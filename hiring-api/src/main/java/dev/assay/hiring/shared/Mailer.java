package dev.assay.hiring.shared;

import java.util.List;

/**
 * Sends mail, in the transaction of the deed that causes it: queued with it or not at all, and
 * delivered soon after by a worker, which tries again until it is taken or refused for good.
 */
public interface Mailer {

    /** To be called inside the employer's transaction. */
    default void queue(Actor actor, Mail mail) {
        queueEach(actor, List.of(mail));
    }

    /** Like {@link #queue}, for some at once. */
    void queueEach(Actor actor, List<Mail> mails);
}
