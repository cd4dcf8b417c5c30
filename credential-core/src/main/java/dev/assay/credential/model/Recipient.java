package dev.assay.credential.model;

import java.util.Set;

/**
 * The person a credential is presented for.
 *
 * @param confirmedEmails addresses known to be this person's
 * @param unconfirmedEmails addresses somebody typed; a match on these never passes
 * @param dids identifiers this person has proven control of
 */
public record Recipient(
        Set<String> confirmedEmails, Set<String> unconfirmedEmails, Set<String> dids) {

    public Recipient {
        confirmedEmails = Set.copyOf(confirmedEmails);
        unconfirmedEmails = Set.copyOf(unconfirmedEmails);
        dids = Set.copyOf(dids);
    }

    /** Nobody in particular: the subject is then not checked at all. */
    public static Recipient none() {
        return new Recipient(Set.of(), Set.of(), Set.of());
    }

    public static Recipient confirmed(String... emails) {
        return new Recipient(Set.of(emails), Set.of(), Set.of());
    }

    public static Recipient unconfirmed(String... emails) {
        return new Recipient(Set.of(), Set.of(emails), Set.of());
    }

    public boolean isNobody() {
        return confirmedEmails.isEmpty() && unconfirmedEmails.isEmpty() && dids.isEmpty();
    }
}
