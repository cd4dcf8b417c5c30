package dev.assay.hiring.candidates;

import dev.assay.hiring.shared.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What a person is called while nobody is to know who they are: always the same, by whichever of
 * their candidates, and without a trace of their name.
 */
final class Pseudonym {

    /** Without letters and digits that are read for one another. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 6;
    private static final String GIVEN_NAME = "Candidate";

    /** A domain that no mail is ever delivered to (RFC 2606). */
    private static final String DOMAIN = "@blind.invalid";

    private final String code;

    private Pseudonym(String code) {
        this.code = code;
    }

    static Pseudonym of(CandidateId root) {
        byte[] digest = digest(root.value());
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(digest[i] & 31));
        }
        return new Pseudonym(code.toString());
    }

    String givenName() {
        return GIVEN_NAME;
    }

    String familyName() {
        return code;
    }

    /** Leads nowhere. */
    Email email() {
        return new Email("candidate-" + code + DOMAIN);
    }

    private static byte[] digest(UUID id) {
        byte[] bytes =
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        return Sha256.of(bytes);
    }
}
