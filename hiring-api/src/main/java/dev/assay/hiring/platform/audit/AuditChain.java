package dev.assay.hiring.platform.audit;

import dev.assay.credential.proof.Jcs;
import dev.assay.hiring.platform.audit.AuditEntry.Seal;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Sha256;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hash that ties a row to all rows before it: SHA-256 over the UTF-8 bytes of the row's
 * canonical JSON (RFC 8785), in which the hash of the row before is a member. What the bytes are is
 * fixed in docs/adr and never changes; a new form would get a new name.
 */
final class AuditChain {

    /** What the first row of a chain follows. */
    static final String BEGINNING = "0".repeat(64);

    private static final String FORM = "assay-audit/1";

    private AuditChain() {}

    /** The row as it is hashed, and exported. */
    static ObjectNode hashed(
            EmployerId employer, long sequence, String previous, AuditEntry entry) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("form", FORM)
                .put("employer", employer.toString())
                .put("sequence", sequence)
                .put("previous", previous)
                .put("id", entry.id().toString())
                .put("occurredAt", entry.occurredAt().toString())
                .put("actor", entry.actor())
                .put("action", entry.action());
        row.putObject("subject")
                .put("kind", entry.subjectKind())
                .put("id", entry.subject().toString());
        row.set("detail", entry.detail());
        row.put("traceId", entry.traceId().orElse(null));
        return row;
    }

    /** Where a row stands when it comes next after a hash. */
    static Seal seal(EmployerId employer, long sequence, String previous, AuditEntry entry) {
        String canonical = Jcs.canonical(hashed(employer, sequence, previous, entry));
        return new Seal(sequence, Sha256.hex(canonical));
    }
}
