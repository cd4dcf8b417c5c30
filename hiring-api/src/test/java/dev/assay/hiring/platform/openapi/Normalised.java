package dev.assay.hiring.platform.openapi;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of an exchange what differs from run to run, so that the document only changes when the
 * API does: our ids become numbered, times of today become one moment, digests, cursors and trace
 * ids fixed words. One instance an example, so that an id keeps its number throughout.
 */
final class Normalised {

    private static final Pattern OUR_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16,64}");
    private static final Pattern CURSOR = Pattern.compile("after=[^&>\"]+");
    private static final Pattern ORIGIN = Pattern.compile("http://localhost:\\d+");
    private static final long NEAR = 7_200;
    private static final long DAY = 86_400;
    private static final String NOW = "2026-11-25T09:00:00Z";
    private static final String A_CURSOR = "MjAyNi0xMS0yNVQwOTowMDowMFp8MQ";
    private static final Map<String, String> FIXED =
            Map.of(
                    "traceId", "4bf92f3577b34da6a3ce929d0e0e4736",
                    "next", A_CURSOR,
                    "syncToken", "NDJ8MTc2NDA2MTIwMHxsaXN0fGFsbA",
                    "inputsDigest", "(digest of the inputs)");

    private final Set<String> given;
    private final Set<String> words;
    private final Instant today;
    private final Map<String, String> ids = new HashMap<>();

    /**
     * @param given ids that are the same in each run
     * @param words that are in no other run
     */
    Normalised(Instant today, Set<String> given, Set<String> words) {
        this.today = today;
        this.given = given;
        this.words = words;
    }

    JsonNode of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonMapper.shared().createObjectNode();
            object.properties()
                    .forEach(member ->
                            copy.set(member.getKey(), member(member.getKey(), member.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = JsonMapper.shared().createArrayNode();
            list.forEach(item -> copy.add(of(item)));
            return copy;
        }
        return node.isString() ? JsonNodeFactory.instance.stringNode(of(node.asString())) : node;
    }

    private JsonNode member(String name, JsonNode value) {
        String fixed = FIXED.get(name);
        return fixed != null && value.isString()
                ? JsonNodeFactory.instance.stringNode(fixed)
                : of(value);
    }

    String of(String text) {
        String known = text;
        for (String word : words) {
            known = known.replace(word, "sample");
        }
        known = ORIGIN.matcher(known).replaceAll("http://localhost:8080");
        known = CURSOR.matcher(known).replaceAll("after=" + A_CURSOR);
        known = OUR_ID.matcher(known).replaceAll(match -> numbered(match.group()));
        return MOMENT.matcher(known)
                .replaceAll(match -> Matcher.quoteReplacement(moment(match.group())));
    }

    /** A header may carry the digest of what is shown. */
    String header(String value) {
        return DIGEST.matcher(of(value)).replaceAll("4f3c2b1a09876543");
    }

    private String numbered(String id) {
        return given.contains(id)
                ? id
                : ids.computeIfAbsent(
                        id, _ -> "019e0000-0000-7000-8000-%012d".formatted(ids.size() + 1));
    }

    /** What was made from today's moment, now or by days, is told as if made on one day. */
    private String moment(String text) {
        Instant moment = Instant.parse(text);
        long distance = moment.getEpochSecond() - today.getEpochSecond();
        if (Math.abs(distance) < NEAR) {
            return NOW;
        }
        long days = Math.round(distance / (double) DAY);
        return moment.getNano() > 0 && Math.abs(distance - days * DAY) < NEAR
                ? Instant.parse(NOW).plus(Duration.ofDays(days)).toString()
                : text;
    }
}
