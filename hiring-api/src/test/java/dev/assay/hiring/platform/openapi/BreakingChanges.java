package dev.assay.hiring.platform.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a caller who works with an older document would trip over in a newer one. Of what callers
 * send, nothing may be refused that was taken: members, words, types and limits may only widen. Of
 * what we answer, nothing may be missing that was there: members and types may only narrow, and new
 * members and words are announced as possible. There is no way to except anything.
 */
final class BreakingChanges {

    private enum Direction {
        SENT,
        ANSWERED
    }

    private static final Set<String> UPPER_LIMITS =
            Set.of("maximum", "maxLength", "maxItems", "exclusiveMaximum");
    private static final Set<String> LOWER_LIMITS =
            Set.of("minimum", "minLength", "minItems", "exclusiveMinimum");

    private final ObjectNode before;
    private final ObjectNode after;
    private final List<String> found = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private BreakingChanges(ObjectNode before, ObjectNode after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Each as a sentence, in the order of the older document; empty when callers notice nothing.
     */
    static List<String> between(ObjectNode before, ObjectNode after) {
        var changes = new BreakingChanges(before, after);
        Map<String, Operation> now =
                Operation.all(after).stream()
                        .collect(Collectors.toMap(Operation::toString, operation -> operation));
        for (Operation old : Operation.all(before)) {
            Operation current = now.get(old.toString());
            if (current == null) {
                changes.say(old.toString(), "is gone");
            } else {
                changes.compare(old, current);
            }
        }
        return changes.found;
    }

    private void compare(Operation old, Operation now) {
        compareCallers(old, now);
        compareParameters(old, now);
        compareBodies(old, now);
        for (Map.Entry<String, JsonNode> entry : old.node().path("responses").properties()) {
            if (entry.getKey().startsWith("2")) {
                compareAnswers(old, now, entry.getKey());
            }
        }
    }

    private void compareCallers(Operation old, Operation now) {
        if (old.isOpen() && !now.isOpen()) {
            say(old.toString(), "needs a token now");
        }
        Set<String> roles = texts(old.node().path("x-roles"));
        roles.removeAll(texts(now.node().path("x-roles")));
        if (!roles.isEmpty() && !now.isOpen()) {
            say(old.toString(), "may no longer be called by " + roles);
        }
    }

    private void compareParameters(Operation old, Operation now) {
        for (JsonNode parameter : old.parameters()) {
            String in = parameter.path("in").asString();
            String name = parameter.path("name").asString();
            String where = old + " parameter " + name;
            JsonNode current = parameter(now, in, name);
            if (current == null) {
                say(where, "is gone");
            } else {
                if (isRequired(current) && !isRequired(parameter)) {
                    say(where, "is required now");
                }
                compare(parameter.path("schema"), current.path("schema"), where, Direction.SENT);
                compareDefault(
                        resolved(before, parameter.path("schema")),
                        resolved(after, current.path("schema")),
                        where);
            }
        }
        for (JsonNode parameter : now.parameters()) {
            String name = parameter.path("name").asString();
            if (isRequired(parameter)
                    && parameter(old, parameter.path("in").asString(), name) == null) {
                say(old + " parameter " + name, "is new and required");
            }
        }
    }

    /** Who leaves it out gets something else. */
    private void compareDefault(JsonNode old, JsonNode now, String where) {
        if (!old.path("default").equals(now.path("default"))) {
            say(where, "has another default");
        }
    }

    private void compareBodies(Operation old, Operation now) {
        JsonNode body = old.node().path("requestBody");
        JsonNode current = now.node().path("requestBody");
        if (body.isMissingNode()) {
            if (isRequired(current)) {
                say(old + " body", "is new and required");
            }
            return;
        }
        if (isRequired(current) && !isRequired(body)) {
            say(old + " body", "is required now");
        }
        for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
            String where = old + " body as " + content.getKey();
            JsonNode taken = current.path("content").path(content.getKey());
            if (taken.isMissingNode()) {
                say(where, "is no longer taken");
            } else {
                compare(
                        content.getValue().path("schema"),
                        taken.path("schema"),
                        where,
                        Direction.SENT);
            }
        }
    }

    private void compareAnswers(Operation old, Operation now, String status) {
        String where = old + " answer " + status;
        JsonNode answer = resolved(before, old.node().path("responses").path(status));
        JsonNode current = resolved(after, now.node().path("responses").path(status));
        if (current.isMissingNode()) {
            say(where, "is gone");
            return;
        }
        for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
            JsonNode kept = resolved(after, current.path("headers").path(header.getKey()));
            if (kept.isMissingNode()) {
                say(where + " header " + header.getKey(), "is gone");
            } else if (isRequired(resolved(before, header.getValue())) && !isRequired(kept)) {
                say(where + " header " + header.getKey(), "may be missing now");
            }
        }
        for (Map.Entry<String, JsonNode> content : answer.path("content").properties()) {
            JsonNode given = current.path("content").path(content.getKey());
            if (given.isMissingNode()) {
                say(where + " as " + content.getKey(), "is gone");
            } else {
                compare(
                        content.getValue().path("schema"),
                        given.path("schema"),
                        where,
                        Direction.ANSWERED);
            }
        }
    }

    private void compare(
            JsonNode oldSchema, JsonNode newSchema, String where, Direction direction) {
        JsonNode old = resolved(before, oldSchema);
        JsonNode now = resolved(after, newSchema);
        // A schema that holds itself would be compared for ever.
        String pair =
                direction + " " + System.identityHashCode(old) + " " + System.identityHashCode(now);
        if (!compared.add(pair)) {
            return;
        }
        if (old.has("anyOf") || now.has("anyOf")) {
            compareChoices(choices(old), choices(now), where, direction);
        } else {
            comparePlain(old, now, where, direction);
        }
        compared.remove(pair);
    }

    private void comparePlain(JsonNode old, JsonNode now, String where, Direction direction) {
        compareTypes(old, now, where, direction);
        compareWords(old, now, where, direction);
        if (!old.path("format").equals(now.path("format"))) {
            say(where, "has another format");
        }
        if (direction == Direction.SENT) {
            compareLimits(old, now, where);
        }
        compareMembers(old, now, where, direction);
        if (old.has("items") || now.has("items")) {
            compare(old.path("items"), now.path("items"), where + "/*", direction);
        }
    }

    private void compareTypes(JsonNode old, JsonNode now, String where, Direction direction) {
        Set<String> types = types(old);
        Set<String> current = types(now);
        if (direction == Direction.SENT) {
            if (!current.isEmpty() && (types.isEmpty() || !covers(current, types))) {
                say(where, "takes " + current + ", which was " + types);
            }
        } else if (!types.isEmpty() && (current.isEmpty() || !covers(types, current))) {
            say(where, "is " + current + ", which was " + types);
        }
    }

    /** A whole number is a number. */
    private static boolean covers(Set<String> wide, Set<String> narrow) {
        return narrow.stream()
                .allMatch(type ->
                        wide.contains(type) || (type.equals("integer") && wide.contains("number")));
    }

    private void compareWords(JsonNode old, JsonNode now, String where, Direction direction) {
        if (direction == Direction.ANSWERED) {
            if (old.has("enum") && !now.has("enum")) {
                say(where, "is no longer one of a fixed list");
            }
            return;
        }
        if (now.has("enum")) {
            Set<String> gone = texts(old.path("enum"));
            gone.removeAll(texts(now.path("enum")));
            if (!old.has("enum")) {
                say(where, "takes a fixed list only now");
            } else if (!gone.isEmpty()) {
                say(where, "no longer takes " + gone);
            }
        }
    }

    private void compareLimits(JsonNode old, JsonNode now, String where) {
        for (String limit : UPPER_LIMITS) {
            if (now.has(limit)
                    && (!old.has(limit)
                            || now.path(limit)
                                            .decimalValue()
                                            .compareTo(old.path(limit).decimalValue())
                                    < 0)) {
                say(where, "has a lower " + limit);
            }
        }
        for (String limit : LOWER_LIMITS) {
            if (now.has(limit)
                    && (!old.has(limit)
                            || now.path(limit)
                                            .decimalValue()
                                            .compareTo(old.path(limit).decimalValue())
                                    > 0)) {
                say(where, "has a higher " + limit);
            }
        }
        if (now.has("pattern") && !now.path("pattern").equals(old.path("pattern"))) {
            say(where, "has another pattern");
        }
    }

    private void compareMembers(JsonNode old, JsonNode now, String where, Direction direction) {
        Set<String> required = texts(old.path("required"));
        Set<String> requiredNow = texts(now.path("required"));
        for (Map.Entry<String, JsonNode> member : old.path("properties").properties()) {
            String name = member.getKey();
            JsonNode current = now.path("properties").path(name);
            if (current.isMissingNode()) {
                say(where + "/" + name, "is gone");
            } else {
                compare(member.getValue(), current, where + "/" + name, direction);
            }
        }
        if (direction == Direction.SENT) {
            requiredNow.removeAll(required);
            requiredNow.forEach(name -> say(where + "/" + name, "is required now"));
            boolean open = old.path("additionalProperties").asBoolean(true);
            if (open && !now.path("additionalProperties").asBoolean(true)) {
                say(where, "no longer takes members it does not know");
            }
        } else {
            required.removeAll(requiredNow);
            required.stream()
                    .filter(name -> now.path("properties").has(name))
                    .forEach(name -> say(where + "/" + name, "may be missing now"));
        }
    }

    /** Each choice there was (or, answering, there is) has to fit one there is (or was). */
    private void compareChoices(
            List<JsonNode> old, List<JsonNode> now, String where, Direction direction) {
        List<JsonNode> narrow = direction == Direction.SENT ? old : now;
        List<JsonNode> wide = direction == Direction.SENT ? now : old;
        for (JsonNode choice : narrow) {
            List<String> best = null;
            for (JsonNode candidate : wide) {
                var attempt = new BreakingChanges(before, after);
                attempt.compared.addAll(compared);
                if (direction == Direction.SENT) {
                    attempt.compare(choice, candidate, where, direction);
                } else {
                    attempt.compare(candidate, choice, where, direction);
                }
                if (best == null || attempt.found.size() < best.size()) {
                    best = attempt.found;
                }
            }
            found.addAll(Objects.requireNonNullElse(best, List.of(where + " has no choice left")));
        }
    }

    private static List<JsonNode> choices(JsonNode schema) {
        if (schema.has("anyOf")) {
            return schema.path("anyOf").valueStream().toList();
        }
        return schema.path("type").isArray()
                ? schema.path("type").valueStream().map(type -> only(type, schema)).toList()
                : List.of(schema);
    }

    private static JsonNode only(JsonNode type, JsonNode schema) {
        ObjectNode one = JsonMapper.shared().createObjectNode();
        one.setAll((ObjectNode) schema);
        one.set("type", type);
        return one;
    }

    private static Set<String> types(JsonNode schema) {
        return schema.path("type").isString()
                ? new TreeSet<>(Set.of(schema.path("type").asString()))
                : texts(schema.path("type"));
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isRequired(JsonNode node) {
        return node.path("required").asBoolean(false);
    }

    private static @org.jspecify.annotations.Nullable JsonNode parameter(
            Operation operation, String in, String name) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .filter(parameter -> parameter.path("name").asString().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode resolved(ObjectNode document, JsonNode node) {
        return new Operation(document, "", "", document).resolved(node);
    }

    private void say(String where, String what) {
        String sentence = where + " " + what;
        if (!found.contains(sentence)) {
            found.add(sentence);
        }
    }
}
