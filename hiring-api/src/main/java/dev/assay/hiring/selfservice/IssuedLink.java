package dev.assay.hiring.selfservice;

import java.net.URI;
import java.util.Optional;

/**
 * A link that was just issued.
 *
 * @param address what opens it; empty when it was mailed, since then it is the candidate's alone
 */
public record IssuedLink(CandidateLink link, Optional<URI> address) {

    /** Without the address: whoever has that is the candidate. */
    @Override
    public String toString() {
        return "IssuedLink[" + link.id() + "]";
    }
}
