package dev.assay.hiring.platform.trace;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What joins everything that one cause brings about: the request, its log lines, its problem
 * document, and the background work it leaves behind, on whichever node that runs. The id of W3C
 * Trace Context, clause 3.2.2.3. It says nothing about a person.
 *
 * @param value 32 lower-case hexadecimal digits, not all of them zero
 */
public record TraceId(String value) {

    /** What log lines carry it as. */
    public static final String LOG_KEY = "traceId";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String NONE = "0".repeat(32);
    private static final int SPAN_BYTES = 8;

    /** Version, id, parent, flags; a version after 00 may append fields (clause 4.3). */
    private static final Pattern TRACEPARENT =
            Pattern.compile(
                    "(?:00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}"
                            + "|(?!00|ff)[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?)");

    private static final SecureRandom RANDOM = new SecureRandom();

    public TraceId {
        if (!ID.matcher(value).matches() || value.equals(NONE)) {
            throw new IllegalArgumentException(
                    "a trace id is 32 lower-case hexadecimal digits, not all zero");
        }
    }

    /** One that nobody has had before. */
    public static TraceId next() {
        return new TraceId(random(NONE.length() / 2));
    }

    /** The caller's, when the header {@code traceparent} is there and well-formed. */
    public static Optional<TraceId> incoming(@Nullable String traceparent) {
        if (traceparent == null) {
            return Optional.empty();
        }
        Matcher matcher = TRACEPARENT.matcher(traceparent);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        @Nullable String first = matcher.group(1);
        @Nullable String later = matcher.group(2);
        return Optional.ofNullable(first == null ? later : first)
                .filter(id -> !id.equals(NONE))
                .map(TraceId::new);
    }

    /** The one this thread works under, if it does under any. */
    public static Optional<TraceId> current() {
        return Optional.ofNullable(MDC.get(LOG_KEY)).map(TraceId::new);
    }

    /**
     * What each of these is traced by: its own where it has one, else what this thread works under;
     * null where that is nothing.
     */
    public static @Nullable String[] each(Collection<UUID> subjects, Map<UUID, String> own) {
        @Nullable String mine = MDC.get(LOG_KEY);
        return subjects.stream()
                .map(subject -> own.getOrDefault(subject, mine))
                .toArray(String[]::new);
    }

    /** Does this work under the id; its log lines carry it. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Like {@link #run}, for work that returns something. */
    public <T> T call(Supplier<T> work) {
        Optional<TraceId> before = current();
        MDC.put(LOG_KEY, value);
        try {
            return work.get();
        } finally {
            before.ifPresentOrElse(
                    outer -> MDC.put(LOG_KEY, outer.value()), () -> MDC.remove(LOG_KEY));
        }
    }

    /** The header {@code traceparent} for a call of ours to a system of the operator's. */
    public String traceparent() {
        return "00-" + value + "-" + random(SPAN_BYTES) + "-01";
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        // All zero would be invalid, however unlikely.
        random[0] |= 1;
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return value;
    }
}
