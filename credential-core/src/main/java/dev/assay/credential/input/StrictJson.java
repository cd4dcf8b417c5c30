package dev.assay.credential.input;

import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.InputFault;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON as I-JSON (RFC 7493) asks: UTF-8 only, no key twice, whole Unicode characters, numbers
 * that mean the same to everybody. Two parsers must not be able to read two documents from the same
 * signed bytes, so whatever they might disagree on is refused, each fault under its own code.
 */
public final class StrictJson {

    private static final int MAX_NUMBER_LENGTH = 64;
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(1_000)
                                                    .maxNumberLength(MAX_NUMBER_LENGTH)
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .maxNameLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    // Looked for below: as an exception it would pass for a key given twice.
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                    .build();

    private final InputLimits limits;

    private StrictJson(InputLimits limits) {
        this.limits = limits;
    }

    public static StrictJson within(InputLimits limits) {
        return new StrictJson(limits);
    }

    /** Never throws for what the bytes contain. */
    public ParseResult parse(byte[] bytes) {
        if (bytes.length > limits.maxBytes()) {
            return malformed(
                    CheckCode.TOO_LARGE,
                    "The document is larger than " + limits.maxBytes() + " bytes.");
        }
        // Before the parser runs, because the parser tells its limits apart only by message.
        var look = Look.at(bytes);
        if (!look.isUtf8()) {
            return malformed(CheckCode.NOT_UTF_8, "The document is not UTF-8.");
        }
        if (look.depth() > limits.maxDepth()) {
            return malformed(
                    CheckCode.TOO_DEEP,
                    "The document is nested deeper than " + limits.maxDepth() + " levels.");
        }
        return look.isObject() ? readObject(bytes, look) : readText(bytes, look);
    }

    /** From bytes, which is faster; the parser cannot take them for another encoding. */
    private ParseResult readObject(byte[] bytes, Look look) {
        try (var parser = MAPPER.createParser(bytes)) {
            return read(parser, look);
        } catch (JacksonException | NumberFormatException _) {
            return readText(bytes, look); // whose faults are told in characters
        }
    }

    private ParseResult readText(byte[] bytes, Look look) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return malformed(CheckCode.MALFORMED_JSON, "The document is empty.");
        }
        try (var parser = MAPPER.createParser(text)) {
            return read(parser, look);
        } catch (StreamConstraintsException _) {
            return malformed(
                    CheckCode.NUMBER_TOO_LONG,
                    "A number has more than " + MAX_NUMBER_LENGTH + " digits.");
        } catch (NumberFormatException _) {
            return malformed(CheckCode.UNSAFE_NUMBER, "A number has an endless exponent.");
        } catch (MismatchedInputException e) {
            return malformed(CheckCode.DUPLICATE_KEY, "An object has a key twice" + place(e));
        } catch (JacksonException e) {
            return malformed(CheckCode.MALFORMED_JSON, "The document is not JSON" + place(e));
        }
    }

    private ParseResult read(JsonParser parser, Look look) {
        JsonNode tree = MAPPER.readTree(parser);
        if (parser.nextToken() != null) {
            return malformed(
                    CheckCode.MALFORMED_JSON, "Something follows the end of the document.");
        }
        return TreeRules.check(tree, limits.maxObjects(), look.hasEscapes())
                .<ParseResult>map(ParseResult.Malformed::new)
                .orElseGet(() -> new ParseResult.Parsed(tree));
    }

    private static String place(JacksonException e) {
        var at = e.getLocation();
        return at == null
                ? "."
                : ", seen at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
    }

    /**
     * What can be told without a parser.
     *
     * @param isObject whether the first character opens an object, and no encoding but UTF-8 would
     *     begin like that
     * @param depth how many objects and lists are around the innermost
     * @param hasEscapes whether a character may be written by its number
     */
    private record Look(boolean isUtf8, boolean isObject, int depth, boolean hasEscapes) {

        /** Nothing it looks for is a byte of a longer character. */
        static Look at(byte[] bytes) {
            int depth = 0;
            int deepest = 0;
            int bits = 0;
            boolean hasEscapes = false;
            for (int i = 0; i < bytes.length; i++) {
                byte b = bytes[i];
                bits |= b;
                if (b == '"') {
                    for (i++; i < bytes.length && bytes[i] != '"'; i++) {
                        bits |= bytes[i];
                        if (bytes[i] == '\\' && ++i < bytes.length) {
                            bits |= bytes[i];
                            hasEscapes |= bytes[i] == 'u';
                        }
                    }
                } else if ((b | 0x20) == '{') { // or [
                    deepest = Math.max(deepest, ++depth);
                } else if ((b | 0x20) == '}') { // or ]
                    depth--;
                }
            }
            boolean isUtf8 = bits >= 0 || isUtf8(bytes);
            return new Look(isUtf8, opensObject(bytes), deepest, hasEscapes);
        }

        private static boolean opensObject(byte[] bytes) {
            return bytes.length > 3
                    && bytes[0] == '{'
                    && bytes[1] != 0
                    && bytes[2] != 0
                    && bytes[3] != 0;
        }

        /** Well-formed by table 3-7 of the Unicode Standard. */
        private static boolean isUtf8(byte[] bytes) {
            int i = 0;
            while (i < bytes.length) {
                int lead = bytes[i++];
                if (lead < 0) {
                    int more = following(lead & 0xff);
                    if (more == 0 || !isContinued(bytes, i, more, lead & 0xff)) {
                        return false;
                    }
                    i += more;
                }
            }
            return true;
        }

        private static int following(int lead) {
            if (lead >= 0xc2 && lead <= 0xdf) {
                return 1;
            }
            if (lead >= 0xe0 && lead <= 0xef) {
                return 2;
            }
            return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
        }

        private static boolean isContinued(byte[] bytes, int at, int more, int lead) {
            if (at + more > bytes.length) {
                return false;
            }
            int first = bytes[at] & 0xff;
            int least =
                    switch (lead) {
                        case 0xe0 -> 0xa0; // shorter forms exist
                        case 0xf0 -> 0x90;
                        default -> 0x80;
                    };
            int most =
                    switch (lead) {
                        case 0xed -> 0x9f; // halves of characters
                        case 0xf4 -> 0x8f; // beyond the last character
                        default -> 0xbf;
                    };
            if (first < least || first > most) {
                return false;
            }
            for (int i = at + 1; i < at + more; i++) {
                if ((bytes[i] & 0xc0) != 0x80) {
                    return false;
                }
            }
            return true;
        }
    }

    private static ParseResult malformed(CheckCode code, String detail) {
        return new ParseResult.Malformed(InputFault.of(code, detail));
    }
}
