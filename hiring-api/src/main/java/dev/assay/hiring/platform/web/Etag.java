package dev.assay.hiring.platform.web;

import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.PreconditionRequired;
import dev.assay.hiring.shared.Version;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A version as a strong entity tag (RFC 9110, clause 8.8.3). */
public final class Etag {

    private static final String SEPARATOR = "-";
    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,8})(?:-[0-9a-f]{16})?\"");

    private Etag() {}

    public static String of(Version version) {
        return "\"" + version.value() + "\"";
    }

    /**
     * The tag of an answer that shows more than its own version counts, such as a score that
     * others' changes move: it changes with what is shown, and still names the version.
     */
    public static String of(Version version, byte[] shown) {
        return "\"" + version.value() + SEPARATOR + digest(shown) + "\"";
    }

    /** The tag of something immutable that is known by a digest. */
    public static String ofDigest(String digest) {
        return "\"" + digest + "\"";
    }

    /** The tag of something immutable that is known by its bytes alone. */
    public static String ofContent(byte[] content) {
        return ofDigest(digest(content));
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
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw new BadRequest(
                    "malformed-etag",
                    "If-Match must hold the one ETag this resource was read with.");
        }
        return new Version(Integer.parseInt(tag.group(1)));
    }

    private static String digest(byte[] shown) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(shown);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("SHA-256 is not available", failure);
        }
    }
}
