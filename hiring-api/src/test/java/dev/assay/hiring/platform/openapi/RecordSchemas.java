package dev.assay.hiring.platform.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.hiring.platform.web.RawJson;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a record with the schema that describes it: every member on both sides, which of them
 * must be there or may be null, their types, fixed lists and limits.
 */
final class RecordSchemas {

    /** Who writes it: the caller, or we. */
    enum Direction {
        REQUEST,
        RESPONSE
    }

    private static final Map<Class<?>, String> SIMPLE =
            Map.ofEntries(
                    Map.entry(String.class, "string"),
                    Map.entry(char.class, "string"),
                    Map.entry(Integer.class, "integer"),
                    Map.entry(int.class, "integer"),
                    Map.entry(Long.class, "integer"),
                    Map.entry(long.class, "integer"),
                    Map.entry(BigDecimal.class, "number"),
                    Map.entry(Double.class, "number"),
                    Map.entry(double.class, "number"),
                    Map.entry(Boolean.class, "boolean"),
                    Map.entry(boolean.class, "boolean"),
                    Map.entry(Instant.class, "string"),
                    Map.entry(LocalDate.class, "string"),
                    Map.entry(URI.class, "string"),
                    Map.entry(UUID.class, "string"));

    private static final Map<Class<?>, String> FORMATS =
            Map.of(
                    Instant.class, "date-time",
                    LocalDate.class, "date",
                    UUID.class, "uuid");

    private final ObjectNode document;
    private final Direction direction;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private RecordSchemas(ObjectNode document, Direction direction) {
        this.document = document;
        this.direction = direction;
    }

    /** What a type and a schema disagree on; empty when they say the same. */
    static List<String> differences(
            ObjectNode document, Direction direction, AnnotatedType type, JsonNode schema) {
        var comparison = new RecordSchemas(document, direction);
        comparison.compare(type, schema, "", Map.of());
        return comparison.differences;
    }

    /** What a record and a schema disagree on. */
    static List<String> differences(
            ObjectNode document, Direction direction, Class<?> type, JsonNode schema) {
        var comparison = new RecordSchemas(document, direction);
        comparison.compareRecord(type, comparison.resolved(schema), "", Map.of());
        return comparison.differences;
    }

    private void compare(
            AnnotatedType annotated,
            JsonNode described,
            String at,
            Map<String, AnnotatedType> variables) {
        AnnotatedType type = actual(annotated, variables);
        Class<?> raw = raw(type.getType());
        JsonNode schema = resolved(withoutNull(resolved(described)));
        if (raw == Optional.class) {
            compare(argument(type, 0), described, at, variables);
        } else if (raw.isRecord() && raw != RawJson.class) {
            compareRecord(raw, schema, at, arguments(type, raw, variables));
        } else if (raw.isEnum()) {
            compareEnum(raw, schema, at);
        } else if (Collection.class.isAssignableFrom(raw)) {
            expect(at, "type", "array", type(schema));
            compare(argument(type, 0), schema.path("items"), at + "/*", variables);
        } else if (SIMPLE.containsKey(raw)) {
            expect(at, "type", SIMPLE.get(raw), type(schema));
            if (FORMATS.containsKey(raw)) {
                expect(at, "format", FORMATS.get(raw), schema.path("format").asString(""));
            }
        } else if (raw.isSealed() || Map.class.isAssignableFrom(raw)) {
            if (!schema.has("anyOf") && !type(schema).equals("object")) {
                differences.add(at + ": should be an object, or one of several");
            }
        }
        if (direction == Direction.REQUEST) {
            compareLimits(type, schema, at);
        }
    }

    private void compareRecord(
            Class<?> type, JsonNode schema, String at, Map<String, AnnotatedType> variables) {
        if (!seen.add(type.getName() + " " + System.identityHashCode(schema))) {
            return;
        }
        expect(at, "type", "object", type(schema));
        Set<String> members = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = name(component);
            members.add(name);
            if (isAlwaysThere(type, component)) {
                required.add(name);
            }
        }
        expect(at, "members", members, new TreeSet<>(names(schema.path("properties"))));
        expect(at, "required", required, new TreeSet<>(texts(schema.path("required"))));
        if (direction == Direction.REQUEST) {
            expect(
                    at,
                    "additionalProperties",
                    "false",
                    schema.path("additionalProperties").asString(""));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode property = schema.path("properties").path(name(component));
            if (!property.isMissingNode()) {
                String where = at + "/" + name(component);
                compareNull(type, component, property, where);
                compare(component.getAnnotatedType(), property, where, variables);
            }
        }
    }

    private void compareNull(
            Class<?> type, RecordComponent component, JsonNode property, String at) {
        Class<?> raw = component.getType();
        if (raw == RawJson.class || raw == Object.class || JsonNode.class.isAssignableFrom(raw)) {
            return;
        }
        boolean expected =
                isNullable(component)
                        && (direction == Direction.REQUEST || isAlwaysThere(type, component));
        if (!(component.getGenericType() instanceof TypeVariable<?>)) {
            expect(at, "nullable", expected, allowsNull(resolved(property)));
        }
    }

    private boolean isAlwaysThere(Class<?> type, RecordComponent component) {
        if (direction == Direction.REQUEST) {
            return !isNullable(component);
        }
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        if (include == null) {
            include = type.getAnnotation(JsonInclude.class);
        }
        if (include == null) {
            return true;
        }
        return switch (include.value()) {
            case NON_NULL, NON_ABSENT -> !isNullable(component);
            case NON_EMPTY, NON_DEFAULT, CUSTOM ->
                    component.getType().isPrimitive()
                            || (component.getType() == String.class && !isNullable(component));
            case ALWAYS, USE_DEFAULTS -> true;
        };
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private void compareEnum(Class<?> type, JsonNode schema, String at) {
        expect(at, "type", "string", type(schema));
        if (direction == Direction.RESPONSE && schema.path("x-open-list").asBoolean(false)) {
            return;
        }
        expect(
                at,
                "enum",
                new TreeSet<>(wireNames(type)),
                new TreeSet<>(texts(schema.path("enum"))));
    }

    private void compareLimits(AnnotatedType type, JsonNode schema, String at) {
        boolean list = type(schema).equals("array");
        Size size = type.getAnnotation(Size.class);
        if (size != null && size.max() != Integer.MAX_VALUE) {
            limit(at, schema, list ? "maxItems" : "maxLength", String.valueOf(size.max()));
        }
        if (type.isAnnotationPresent(NotBlank.class)) {
            limit(at, schema, "minLength", "1");
        }
        if (type.isAnnotationPresent(NotEmpty.class)) {
            limit(at, schema, list ? "minItems" : "minLength", "1");
        }
        Min minimum = type.getAnnotation(Min.class);
        if (minimum != null) {
            limit(at, schema, "minimum", String.valueOf(minimum.value()));
        }
        Max maximum = type.getAnnotation(Max.class);
        if (maximum != null) {
            limit(at, schema, "maximum", String.valueOf(maximum.value()));
        }
        DecimalMin least = type.getAnnotation(DecimalMin.class);
        if (least != null) {
            limit(at, schema, "minimum", least.value());
        }
        Pattern pattern = type.getAnnotation(Pattern.class);
        if (pattern != null) {
            limit(at, schema, "pattern", "^(?:" + pattern.regexp() + ")$");
        }
    }

    private void limit(String at, JsonNode schema, String keyword, String expected) {
        expect(at, keyword, expected, schema.path(keyword).asString(""));
    }

    private void expect(String at, String what, @Nullable Object code, Object described) {
        if (!described.equals(code)) {
            differences.add(
                    "%s: %s is %s in the code, %s in the document"
                            .formatted(at.isEmpty() ? "/" : at, what, code, described));
        }
    }

    private JsonNode resolved(JsonNode schema) {
        return new Operation(document, "", "", document).resolved(schema);
    }

    private static JsonNode withoutNull(JsonNode schema) {
        List<JsonNode> choices =
                StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                        .filter(choice -> !choice.path("type").asString("").equals("null"))
                        .toList();
        return choices.size() == 1 ? choices.getFirst() : schema;
    }

    private static boolean allowsNull(JsonNode schema) {
        return schema.path("type").valueStream().anyMatch(type -> type.asString().equals("null"))
                || schema.path("anyOf")
                        .valueStream()
                        .anyMatch(choice -> choice.path("type").asString("").equals("null"));
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isString()) {
            return type.asString();
        }
        return type.valueStream()
                .map(JsonNode::asString)
                .filter(name -> !name.equals("null"))
                .findFirst()
                .orElse("");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static Collection<String> names(JsonNode object) {
        return object.propertyNames();
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    /** As they are written: by the method or annotation that says so, else by their own name. */
    private static List<String> wireNames(Class<?> type) {
        Optional<Method> written =
                Arrays.stream(type.getMethods())
                        .filter(method ->
                                method.isAnnotationPresent(JsonValue.class)
                                        || method.getName().equals("wireName"))
                        .filter(method -> method.getParameterCount() == 0)
                        .findFirst();
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        written.map(method -> String.valueOf(call(method, constant)))
                                .orElseGet(() -> named((Enum<?>) constant)))
                .toList();
    }

    private static String named(Enum<?> constant) {
        try {
            JsonProperty named =
                    constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(JsonProperty.class);
            return named == null ? constant.name() : named.value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object call(Method method, Object target) {
        try {
            method.setAccessible(true);
            return method.invoke(target);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static AnnotatedType actual(AnnotatedType type, Map<String, AnnotatedType> variables) {
        if (type.getType() instanceof TypeVariable<?> variable) {
            AnnotatedType known = variables.get(variable.getName());
            return known == null ? type : known;
        }
        return type instanceof AnnotatedWildcardType wildcard
                ? wildcard.getAnnotatedUpperBounds()[0]
                : type;
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Map<String, AnnotatedType> arguments(
            AnnotatedType type, Class<?> raw, Map<String, AnnotatedType> outer) {
        if (!(type instanceof AnnotatedParameterizedType generic)) {
            return Map.of();
        }
        var known = new java.util.HashMap<String, AnnotatedType>();
        TypeVariable<?>[] names = raw.getTypeParameters();
        for (int i = 0; i < names.length; i++) {
            known.put(
                    names[i].getName(),
                    actual(generic.getAnnotatedActualTypeArguments()[i], outer));
        }
        return known;
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> Object.class;
        };
    }
}
