package dev.assay.hiring.platform.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A body in two: one member that goes another way than the others, and these.
 *
 * @param rest the body without the member, every other byte as it came
 * @param taken an object that holds the member alone, as it came; empty when there was none
 */
public record Parted(byte[] rest, Optional<byte[]> taken) {

    /** The parser stands before the body, which is well-formed and names no member twice. */
    static Parted of(JsonParser parser, byte[] body, String member) {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            int before = end(parser);
            boolean first = true;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                // Scalars are read lazily: the parser must have passed one before its end is known.
                parser.finishToken();
                int end = end(parser);
                if (name.equals(member)) {
                    return new Parted(
                            without(body, before, first ? pastComma(body, end) : end),
                            Optional.of(alone(member, Arrays.copyOfRange(body, start, end))));
                }
                before = end;
                first = false;
            }
        }
        return new Parted(body, Optional.empty());
    }

    private static byte[] without(byte[] body, int from, int to) {
        var rest = new ByteArrayOutputStream(body.length);
        rest.write(body, 0, from);
        rest.write(body, to, body.length - to);
        return rest.toByteArray();
    }

    private static byte[] alone(String member, byte[] value) {
        var object = new ByteArrayOutputStream(value.length + member.length() + 5);
        object.writeBytes(("{\"" + member + "\":").getBytes(StandardCharsets.UTF_8));
        object.writeBytes(value);
        object.write('}');
        return object.toByteArray();
    }

    /** The comma before a member goes with it; where it is the first, the one after it. */
    private static int pastComma(byte[] body, int end) {
        int at = end;
        while (body[at] == ' ' || body[at] == '\t' || body[at] == '\r' || body[at] == '\n') {
            at++;
        }
        return body[at] == ',' ? at + 1 : end;
    }

    private static int end(JsonParser parser) {
        return (int) parser.currentLocation().getByteOffset();
    }

    /** Without what is in it. */
    @Override
    public String toString() {
        return "Parted[" + rest.length + " bytes]";
    }
}
