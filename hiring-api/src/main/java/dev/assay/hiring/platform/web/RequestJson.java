package dev.assay.hiring.platform.web;

import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.BodyTooLarge;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads our own request objects, strictly: UTF-8 only, bounded in size and depth, no duplicate and
 * no unknown member, no trailing text, no quiet conversion of one type to another. Every refusal
 * names the fault, and the field where there is one.
 */
@Component
public class RequestJson {

    private static final int MAXIMUM_DEPTH = 64;

    private final JsonMapper json;
    private final Validator validator;

    RequestJson(Validator validator) {
        this.validator = validator;
        this.json = strictMapper();
    }

    /**
     * @throws BodyTooLarge when the body is longer than the limit, in bytes
     * @throws BadRequest when it is not JSON of the type's shape
     * @throws InvalidInput when it is, but breaks a rule of the type
     */
    public <T> T read(InputStream body, int limit, Class<T> type) throws IOException {
        return read(bytes(body, limit), type);
    }

    /** Like {@link #read(InputStream, int, Class)}, for a body that was read already. */
    public <T> T read(byte[] body, Class<T> type) {
        requireUtf8(body);
        try {
            requireWellFormed(body);
            return valid(
                    json.readerFor(type)
                            .withAttribute(RawJsonDeserializer.BODY, body)
                            .readValue(body));
        } catch (JacksonException failure) {
            throw refusal(failure);
        }
    }

    /**
     * Applies a JSON Merge Patch (RFC 7396) to what is there now, and reads the outcome as if it
     * had been sent whole.
     */
    public <T> T patched(T current, InputStream patch, int limit, Class<T> type)
            throws IOException {
        byte[] body = bytes(patch, limit);
        requireUtf8(body);
        try {
            requireWellFormed(body);
            JsonNode change = json.readTree(body);
            if (!change.isObject()) {
                throw new BadRequest("malformed-json", "A merge patch is a JSON object.");
            }
            return read(
                    json.writeValueAsBytes(MergePatch.apply(json.valueToTree(current), change)),
                    type);
        } catch (JacksonException failure) {
            throw refusal(failure);
        }
    }

    /**
     * Takes a member out of an object, byte for byte: what is left is as it came.
     *
     * @throws BadRequest when the body is not JSON, or names a member twice
     */
    public Parted parted(byte[] body, String member) {
        requireUtf8(body);
        try {
            requireWellFormed(body);
            try (JsonParser parser = json.createParser(body)) {
                return Parted.of(parser, body, member);
            }
        } catch (JacksonException failure) {
            throw refusal(failure);
        }
    }

    /** Reads at most the limit. */
    public byte[] bytes(InputStream body, int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new BodyTooLarge(limit);
        }
        if (bytes.length == 0) {
            throw new BadRequest("malformed-json", "The body is empty.");
        }
        return bytes;
    }

    private <T> T valid(T request) {
        if (request == null) {
            throw new BadRequest("malformed-json", "The body is null.");
        }
        Set<ConstraintViolation<T>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new InvalidInput(
                    violations.stream()
                            .map(violation ->
                                    new Fault(
                                            pointer(violation.getPropertyPath()),
                                            violation.getMessage()))
                            .sorted(
                                    Comparator.comparing(Fault::pointer)
                                            .thenComparing(Fault::detail))
                            .toList());
        }
        return request;
    }

    private static void requireUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException failure) {
            throw new BadRequest("not-utf-8", "The body is not UTF-8.");
        }
    }

    /**
     * Looks at the whole body before any of it is understood: what is malformed is called so
     * wherever the fault is, and whatever else may be wrong.
     */
    private void requireWellFormed(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            parser.skipChildren();
            // Scalars are read lazily, and a fault in them would go unseen.
            parser.finishToken();
            if (parser.nextToken() != null) {
                throw new BadRequest("malformed-json", "The body holds more than one JSON value.");
            }
        }
    }

    private static RuntimeException refusal(JacksonException failure) {
        return switch (failure) {
            case StreamConstraintsException _ ->
                    new BadRequest(
                            "too-deep",
                            "The body is nested too deeply or holds a name or number that is too long.");
            case UnrecognizedPropertyException unknown ->
                    new BadRequest(
                            "unknown-field",
                            "The body has a field this call does not know.",
                            List.of(new Fault(pointer(unknown), "is not a field of this request")));
            case InputCoercionException tooLarge ->
                    wrongType(tooLarge, "is a number too large for this field");
            case DatabindException mismatch -> mismatched(mismatch);
            default -> malformed(failure);
        };
    }

    private static BadRequest mismatched(DatabindException mismatch) {
        if (mismatch.getCause() instanceof InvalidInput invalid) {
            throw invalid;
        }
        return wrongType(mismatch, Expectation.of(mismatch));
    }

    private static BadRequest wrongType(JacksonException failure, String expectation) {
        return new BadRequest(
                "wrong-type",
                "A field does not hold what it should.",
                List.of(new Fault(pointer(failure), expectation)));
    }

    private static BadRequest malformed(JacksonException failure) {
        String where =
                failure.getLocation() == null
                        ? ""
                        : " at line "
                                + failure.getLocation().getLineNr()
                                + ", column "
                                + failure.getLocation().getColumnNr();
        String message = String.valueOf(failure.getOriginalMessage());
        if (message.startsWith("Duplicate Object property")) {
            return new BadRequest("duplicate-key", "An object names a member twice" + where + ".");
        }
        return new BadRequest("malformed-json", "The body is not JSON" + where + ".");
    }

    private static String pointer(JacksonException failure) {
        return failure.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? String.valueOf(step.getIndex())
                                : step.getPropertyName())
                .map(step -> "/" + escaped(step))
                .collect(Collectors.joining());
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(escaped(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonMapper strictMapper() {
        JsonFactory factory =
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(MAXIMUM_DEPTH)
                                        .maxNumberLength(100)
                                        .maxNameLength(1_000)
                                        .build())
                        .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .withCoercionConfigDefaults(coercion ->
                        coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                // A whole number is a number with places too: there, nothing is lost.
                .withCoercionConfig(
                        LogicalType.Float,
                        coercion ->
                                coercion.setCoercion(
                                        CoercionInputShape.Integer, CoercionAction.TryConvert))
                .withCoercionConfig(
                        LogicalType.Enum,
                        coercion ->
                                coercion.setCoercion(
                                        CoercionInputShape.String, CoercionAction.TryConvert))
                .addModule(
                        new SimpleModule("raw")
                                .addDeserializer(RawJson.class, new RawJsonDeserializer())
                                .addDeserializer(String.class, new TextDeserializer())
                                .addDeserializer(Instant.class, new TimeDeserializer()))
                .build();
    }
}
