package dev.assay.hiring.platform.web;

import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Cuts a value out of the body by its byte offsets; {@link RequestJson} leaves the body in the
 * context for it.
 */
final class RawJsonDeserializer extends StdDeserializer<RawJson> {

    static final String BODY = RawJsonDeserializer.class.getName() + ".body";

    RawJsonDeserializer() {
        super(RawJson.class);
    }

    @Override
    public RawJson deserialize(JsonParser parser, DeserializationContext context) {
        byte[] body = (byte[]) context.getAttribute(BODY);
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        // Scalars are read lazily: the parser must have passed the token before its end is known.
        parser.finishToken();
        int end = (int) parser.currentLocation().getByteOffset();
        return new RawJson(Arrays.copyOfRange(body, start, end));
    }
}
