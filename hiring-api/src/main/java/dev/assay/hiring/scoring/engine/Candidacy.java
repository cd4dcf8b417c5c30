package dev.assay.hiring.scoring.engine;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

/** One application to one job: what breaks a tie between equals. */
public record Candidacy(UUID jobId, UUID applicationId) {

    /**
     * SHA-256(jobId ‖ applicationId), both as 16 bytes in network order, in lower-case hex. Stable
     * for ever, different in every job, and nothing that speed or a name could improve.
     */
    public String lot() {
        byte[] ids =
                ByteBuffer.allocate(32)
                        .putLong(jobId.getMostSignificantBits())
                        .putLong(jobId.getLeastSignificantBits())
                        .putLong(applicationId.getMostSignificantBits())
                        .putLong(applicationId.getLeastSignificantBits())
                        .array();
        return HexFormat.of().formatHex(InputsDigest.sha256(ids));
    }
}
