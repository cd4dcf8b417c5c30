package dev.assay.hiring.shared;

import java.util.Set;

/**
 * All that is ever sent by mail. Each kind has a text of its own, {@code mail/<name>.txt} among the
 * resources, which uses exactly the words listed here.
 */
public enum MailKind {
    /** To somebody who was invited and had no account: how to sign in for the first time. */
    MEMBER_INVITED("member-invited", Set.of("employer", "link", "user", "password")),
    /** To somebody who has an account: that they now may sign in at one employer more. */
    MEMBER_ADDED("member-added", Set.of("employer", "link")),
    /** To an applicant: a link that shows the address is theirs. */
    CONFIRM_ADDRESS("confirm-address", Set.of("employer", "link", "days")),
    /** To an applicant: a link to what is theirs. */
    APPLICATION_LINK("application-link", Set.of("employer", "job", "link", "days")),
    /** To an applicant without evidence: where to show some. */
    INVITE_TO_SHOW("invite-to-show", Set.of("employer", "job", "link", "days")),
    /** To a candidate: somebody answered what they disputed, and where to read it. */
    DISPUTE_ANSWERED("dispute-answered", Set.of("employer", "job", "link", "days"));

    private final String wireName;
    private final Set<String> words;

    MailKind(String wireName, Set<String> words) {
        this.wireName = wireName;
        this.words = words;
    }

    public String wireName() {
        return wireName;
    }

    /** What its text has to be told. */
    public Set<String> words() {
        return words;
    }
}
