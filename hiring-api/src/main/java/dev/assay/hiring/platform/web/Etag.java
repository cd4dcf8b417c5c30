package dev.assay.hiring.platform.web;

import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.PreconditionRequired;
import dev.assay.hiring.shared.Fingerprint;
import dev.assay.hiring.shared.Sha256;
import dev.assay.hiring.shared.Version;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A version as a strong entity tag (RFC 9110, clause 8.8.3). */
public final class Etag {

    private static final String SEPARATOR = "-";
    private static final int SHOWN_BYTES = 8;
    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,8})(?:-[0-9a-f]{16})?\"");
    private static final Pattern FINGERPRINT = Pattern.compile("\"([0-9a-f]{16})\"");

    private Etag() {}

    public static String of(Version version) {
        return "\"" + version.value() + "\"";
    }

    /**
     * The tag of an answer that shows more than its own version counts, such as a score that
     * others' changes move: it changes with what is shown, and still names the version.
     */
    public static String of(Version version, byte[] shown) {
        return "\"" + version.value() + SEPARATOR + Sha256.hex(shown, SHOWN_BYTES) + "\"";
    }

    public static String of(Fingerprint fingerprint) {
        return ofDigest(fingerprint.hex());
    }

    /** The tag of something immutable that is known by a digest. */
    public static String ofDigest(String digest) {
        return "\"" + digest + "\"";
    }

    /** The tag of something immutable that is known by its bytes alone. */
    public static String ofContent(byte[] content) {
        return ofDigest(Sha256.hex(content, SHOWN_BYTES));
    }

    /**
     * The version the caller saw.
     *
     * @throws PreconditionRequired when the header is missing
     * @throws BadRequest when it is not an ETag of ours
     */
    public static Version expected(@Nullable String ifMatch) {
        return new Version(Integer.parseInt(seen(ifMatch, TAG)));
    }

    /**
     * What the caller saw of something that counts no versions.
     *
     * @throws PreconditionRequired when the header is missing
     * @throws BadRequest when it is not an ETag of ours
     */
    public static Fingerprint expectedFingerprint(@Nullable String ifMatch) {
        return new Fingerprint(seen(ifMatch, FINGERPRINT));
    }

    private static String seen(@Nullable String ifMatch, Pattern form) {
        if (ifMatch == null) {
            throw new PreconditionRequired();
        }
        Matcher tag = form.matcher(ifMatch);
        if (!tag.matches()) {
            throw new BadRequest(
                    "malformed-etag",
                    "If-Match must hold the one ETag this resource was read with.");
        }
        return tag.group(1);
    }
}
