package dev.assay.credential.status;

import dev.assay.credential.input.InputLimits;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.StatusSource;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks statuses up in the lists that credentials refer to: Bitstring Status List 1.0,
 * StatusList2021, the 1EdTech revocation list and Token Status List. A list decides only when it is
 * the credential issuer's own, proven like any credential, in date, of the purpose asked about and
 * long enough; everything else is undecided, under a code of its own. For one verification and one
 * thread.
 */
public final class StatusLists implements StatusSource {

    private final BitstringLists bitstrings;
    private final RevocationLists revocations;
    private final TokenLists tokens;

    /**
     * Lists as they are at one instant.
     *
     * @param verifier verifies lists that are credentials; must not ask for their status in turn
     * @param memory lists proven before, at the same instant and from the same documents
     */
    public StatusLists(
            DocumentSource documents,
            ListVerifier verifier,
            InputLimits limits,
            ListMemory memory,
            Instant now) {
        this.bitstrings = new BitstringLists(documents, verifier, limits, memory, now);
        this.revocations = new RevocationLists(documents, limits);
        this.tokens = new TokenLists(documents, limits, now);
    }

    @Override
    public Answer statusOf(Question question) {
        Set<StatusMethod> methods =
                JsonTree.texts(question.entry(), "type").stream()
                        .flatMap(type -> StatusMethod.of(type).stream())
                        .collect(Collectors.toSet());
        if (methods.size() != 1) {
            return new Answer.Unavailable(
                    CheckCode.STATUS_TYPE_UNSUPPORTED, "its status is of a kind we do not know");
        }
        var method = methods.iterator().next();
        return switch (method) {
            case BITSTRING, STATUS_LIST_2021 -> bitstrings.statusOf(question, method);
            case REVOCATION_LIST -> revocations.statusOf(question);
            case TOKEN_LIST -> tokens.statusOf(question);
        };
    }
}
