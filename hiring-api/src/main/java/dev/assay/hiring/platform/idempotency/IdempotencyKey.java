package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key a caller chose: 1 to 255 characters of visible ASCII. In the header it stands as it is or
 * as a string of RFC 9651, clause 3.3.3; both spellings are the same key.
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";
    static final int MAXIMUM = 255;

    private static final Pattern QUOTED = Pattern.compile("\"(?:[!#-\\[\\]-~]|\\\\[\"\\\\])+\"");
    private static final Pattern BARE = Pattern.compile("[!#-~][!-~]*");

    /**
     * @throws BadRequest when there is more than one, or the one is no key
     */
    static Optional<IdempotencyKey> of(List<String> headers) {
        return switch (headers.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(parse(headers.getFirst().strip()));
            default -> throw malformed("was sent more than once");
        };
    }

    private static IdempotencyKey parse(String header) {
        String key;
        if (QUOTED.matcher(header).matches()) {
            key = header.substring(1, header.length() - 1).replaceAll("\\\\(.)", "$1");
        } else if (BARE.matcher(header).matches()) {
            key = header;
        } else {
            throw malformed("must be visible ASCII, as it is or in double quotes");
        }
        if (key.length() > MAXIMUM) {
            throw malformed("must be at most " + MAXIMUM + " characters");
        }
        return new IdempotencyKey(key);
    }

    private static BadRequest malformed(String detail) {
        return new BadRequest(
                "malformed-idempotency-key",
                "The header " + HEADER + " " + detail + ".",
                List.of(new Fault("/" + HEADER, detail)));
    }

    /** Keys are the caller's words; they do not belong in logs. */
    @Override
    public String toString() {
        return "IdempotencyKey[" + value.length() + "]";
    }
}
