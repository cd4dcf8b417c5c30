package dev.assay.hiring.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Text that can be stored as it came: JSON can write a NUL and half a surrogate pair, PostgreSQL
 * can keep neither.
 */
final class TextDeserializer extends StringDeserializer {

    static final String UNSTORABLE = "holds a NUL or half a surrogate pair";

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !isStorable(text)) {
            throw context.weirdStringException("?", String.class, UNSTORABLE);
        }
        return text;
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }
}
