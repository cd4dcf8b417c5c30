package dev.assay.hiring.shared;

/**
 * Sends mail, in the transaction of the deed that causes it: queued with it or not at all, and
 * delivered soon after by a worker, which tries again until it is taken or refused for good.
 */
public interface Mailer {

    /** To be called inside the employer's transaction. */
    void queue(Actor actor, Mail mail);
}
