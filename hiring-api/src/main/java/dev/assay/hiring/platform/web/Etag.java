package dev.assay.hiring.platform.web;

import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.PreconditionRequired;
import dev.assay.hiring.shared.Version;
import org.jspecify.annotations.Nullable;

/** A version as a strong entity tag (RFC 9110, clause 8.8.3). */
public final class Etag {

    private Etag() {}

    public static String of(Version version) {
        return "\"" + version.value() + "\"";
    }

    /**
     * The version the caller saw.
     *
     * @throws PreconditionRequired when the header is missing
     * @throws BadRequest when it is not an ETag of ours
     */
    public static Version expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new PreconditionRequired();
        }
        try {
            if (ifMatch.startsWith("\"") && ifMatch.endsWith("\"") && ifMatch.length() > 2) {
                return new Version(Integer.parseInt(ifMatch.substring(1, ifMatch.length() - 1)));
            }
        } catch (IllegalArgumentException notOurs) {
            throw new BadRequest(
                    "malformed-etag", "If-Match does not hold an ETag of this resource.");
        }
        throw new BadRequest("malformed-etag", "If-Match does not hold an ETag of this resource.");
    }
}
