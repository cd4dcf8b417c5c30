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
 * signed bytes, so whatever they might disagree on is refused, each fault under its own code. Usual
 * documents are read in one pass ({@link UsualJson}), all others by a general parser; which way a
 * document went cannot be told from the answer.
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
        return UsualJson.read(bytes, limits)
                .<ParseResult>map(ParseResult.Parsed::new)
                .orElseGet(() -> parseInGeneral(bytes));
    }

    /** By a general parser and a look at its tree, which say what is wrong where something is. */
    ParseResult parseInGeneral(byte[] bytes) {
        if (!Utf8.isWellFormed(bytes, 0, bytes.length)) {
            return malformed(CheckCode.NOT_UTF_8, "The document is not UTF-8.");
        }
        // Before the parser runs, because the parser tells its limits apart only by message.
        if (depth(bytes) > limits.maxDepth()) {
            return malformed(
                    CheckCode.TOO_DEEP,
                    "The document is nested deeper than " + limits.maxDepth() + " levels.");
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return malformed(CheckCode.MALFORMED_JSON, "The document is empty.");
        }
        try (var parser = MAPPER.createParser(text)) {
            return read(parser);
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

    private ParseResult read(JsonParser parser) {
        JsonNode tree = MAPPER.readTree(parser);
        if (parser.nextToken() != null) {
            return malformed(
                    CheckCode.MALFORMED_JSON, "Something follows the end of the document.");
        }
        return TreeRules.check(tree, limits.maxObjects())
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
     * How many objects and lists are around the innermost. Nothing it looks for is a byte of a
     * longer character.
     */
    private static int depth(byte[] bytes) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b == '"') {
                for (i++; i < bytes.length && bytes[i] != '"'; i++) {
                    if (bytes[i] == '\\') {
                        i++;
                    }
                }
            } else if ((b | 0x20) == '{') { // or [
                deepest = Math.max(deepest, ++depth);
            } else if ((b | 0x20) == '}') { // or ]
                depth--;
            }
        }
        return deepest;
    }

    private static ParseResult malformed(CheckCode code, String detail) {
        return new ParseResult.Malformed(InputFault.of(code, detail));
    }
}
