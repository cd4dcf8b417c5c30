package dev.assay.hiring.shared;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The key of the last item of a page, opaque to callers. It carries no authority: it is only ever
 * compared within the caller's own employer.
 */
public record PageCursor(List<String> key) {

    private static final String SEPARATOR = "|";

    public PageCursor {
        key = List.copyOf(key);
    }

    public static PageCursor of(Object... key) {
        return new PageCursor(Arrays.stream(key).map(String::valueOf).toList());
    }

    /**
     * @throws InvalidInput when the text is no cursor of ours with this many parts
     */
    public static PageCursor parse(String text, int parts) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] key = plain.split("\\" + SEPARATOR, -1);
            if (key.length == parts) {
                return new PageCursor(Arrays.stream(key).map(PageCursor::unescaped).toList());
            }
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
        throw malformed();
    }

    /** One part of the key, read as what it should be. */
    public <T> T part(int index, Function<String, T> reader) {
        try {
            return reader.apply(key.get(index));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw malformed();
        }
    }

    private static InvalidInput malformed() {
        return new InvalidInput("/after", "is not a cursor this list gave out");
    }

    public String encoded() {
        String plain = key.stream().map(PageCursor::escaped).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace(SEPARATOR, "%7C");
    }

    private static String unescaped(String part) {
        return part.replace("%7C", SEPARATOR).replace("%25", "%");
    }
}
