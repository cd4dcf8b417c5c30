package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.Points;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A score's explanation as it is kept: JSON without a word that its {@link ScoreBasis} or another
 * column of its row says, items and codes named once and then by their place. Reading it back gives
 * an equal score. Points and strengths are whole ten-thousandths.
 *
 * <pre>
 * {"p": [policy, version], "e": engine, "l": lane, "m": must-haves,
 *  "r": [[state, points, potential points, strength,
 *         [[item, authority, alignment, level, assessment, recency, strength, limiting, notes, open reason] …],
 *         [[item, reason] …]] …],
 *  "c": [[requirement, gain, with] …],
 *  "i": [[id, kind, group] …], "s": [code …]}
 * </pre>
 */
final class Explanation {

    static final int SCHEMA_VERSION = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PLACES = 4;
    private static final int LEVEL_UNSTATED = 1;
    private static final int OPEN = 2;

    private Explanation() {}

    /** What other columns say of a score. */
    record Figures(
            UUID application,
            Instant computedAt,
            @Nullable Integer score,
            @Nullable Integer potential,
            String inputsDigest) {}

    static String write(Score score) {
        var text = new StringWriter(2_048);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            new Writing(json, score).write();
        }
        return text.toString();
    }

    static Score read(String explanation, ScoreBasis basis, Figures figures) {
        return new Reading(JSON.readTree(explanation), basis).score(figures);
    }

    private static int tenThousandths(BigDecimal figure) {
        return figure.movePointRight(PLACES).intValueExact();
    }

    /** An item as it shows something; kind and group are not known of one that never does. */
    private record Item(UUID id, @Nullable String kind, @Nullable String group) {}

    private static final class Writing {

        private final JsonGenerator json;
        private final Score score;
        private final Map<Item, Integer> items = new LinkedHashMap<>();
        private final Map<UUID, Integer> places = new HashMap<>();
        private final Map<String, Integer> codes = new LinkedHashMap<>();

        Writing(JsonGenerator json, Score score) {
            this.json = json;
            this.score = score;
        }

        void write() {
            for (Score.RequirementScore requirement : score.requirements()) {
                for (Score.Evidence evidence : requirement.evidence()) {
                    place(new Item(evidence.itemId(), evidence.kind(), evidence.group()));
                }
            }
            json.writeStartObject();
            json.writeName("p");
            json.writeStartArray();
            json.writeString(score.policy().id());
            json.writeNumber(score.policy().version());
            json.writeEndArray();
            json.writeName("e");
            json.writeNumber(score.engineVersion());
            json.writeName("l");
            json.writeString(score.lane());
            json.writeName("m");
            json.writeString(score.mustHaves());
            json.writeName("r");
            json.writeStartArray();
            score.requirements().forEach(this::requirement);
            json.writeEndArray();
            json.writeName("c");
            json.writeStartArray();
            Map<UUID, Integer> asked = askedFor();
            for (Score.Counterfactual other : score.counterfactuals()) {
                json.writeStartArray();
                json.writeNumber(Objects.requireNonNull(asked.get(other.skill().id())));
                json.writeNumber(tenThousandths(other.gain()));
                code(other.with());
                json.writeEndArray();
            }
            json.writeEndArray();
            named();
            json.writeEndObject();
        }

        private Map<UUID, Integer> askedFor() {
            Map<UUID, Integer> asked = new HashMap<>();
            for (int i = 0; i < score.requirements().size(); i++) {
                asked.putIfAbsent(score.requirements().get(i).skill().id(), i);
            }
            return asked;
        }

        private void requirement(Score.RequirementScore requirement) {
            json.writeStartArray();
            code(requirement.state());
            json.writeNumber(tenThousandths(requirement.points()));
            json.writeNumber(tenThousandths(requirement.potentialPoints()));
            json.writeNumber(tenThousandths(requirement.strength()));
            json.writeStartArray();
            requirement.evidence().forEach(this::evidence);
            json.writeEndArray();
            json.writeStartArray();
            for (Score.Ignored ignored : requirement.ignored()) {
                json.writeStartArray();
                Integer known = places.get(ignored.itemId());
                json.writeNumber(
                        known == null ? place(new Item(ignored.itemId(), null, null)) : known);
                code(ignored.reason());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndArray();
        }

        private void evidence(Score.Evidence evidence) {
            json.writeStartArray();
            json.writeNumber(place(new Item(evidence.itemId(), evidence.kind(), evidence.group())));
            json.writeNumber(evidence.authority());
            json.writeNumber(evidence.alignment());
            json.writeNumber(evidence.level());
            json.writeNumber(evidence.assessment());
            if (evidence.recency() == null) {
                json.writeNull();
            } else {
                json.writeNumber(evidence.recency());
            }
            json.writeNumber(tenThousandths(evidence.strength()));
            code(evidence.limiting());
            json.writeNumber(
                    (evidence.levelUnstated() ? LEVEL_UNSTATED : 0) + (evidence.open() ? OPEN : 0));
            if (evidence.openReason() != null) {
                code(evidence.openReason());
            }
            json.writeEndArray();
        }

        private void named() {
            json.writeName("i");
            json.writeStartArray();
            for (Item item : items.keySet()) {
                json.writeStartArray();
                json.writeString(item.id().toString());
                if (item.kind() != null && item.group() != null) {
                    code(item.kind());
                    json.writeString(item.group());
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeName("s");
            json.writeStartArray();
            codes.keySet().forEach(json::writeString);
            json.writeEndArray();
        }

        private int place(Item item) {
            Integer known = items.putIfAbsent(item, items.size());
            int place = known == null ? items.size() - 1 : known;
            places.putIfAbsent(item.id(), place);
            return place;
        }

        private void code(String code) {
            Integer known = codes.putIfAbsent(code, codes.size());
            json.writeNumber(known == null ? codes.size() - 1 : known);
        }
    }

    private static final class Reading {

        private final JsonNode json;
        private final ScoreBasis basis;
        private final List<String> codes;
        private final List<Item> items;

        Reading(JsonNode json, ScoreBasis basis) {
            this.json = json;
            this.basis = basis;
            this.codes = each(json.path("s")).map(JsonNode::asString).toList();
            this.items =
                    each(json.path("i"))
                            .map(item ->
                                    new Item(
                                            UUID.fromString(item.path(0).asString()),
                                            item.has(1) ? code(item.path(1)) : null,
                                            item.has(2) ? item.path(2).asString() : null))
                            .toList();
        }

        Score score(Figures figures) {
            return new Score(
                    figures.application(),
                    figure(figures.score()),
                    figure(figures.potential()),
                    json.path("l").asString(),
                    figures.score() == null ? null : new Points(figures.score()).band(),
                    json.path("m").asString(),
                    new Score.Policy(
                            json.path("p").path(0).asString(), json.path("p").path(1).asInt()),
                    json.path("e").asInt(),
                    figures.computedAt(),
                    figures.inputsDigest(),
                    requirements(),
                    each(json.path("c"))
                            .map(other ->
                                    new Score.Counterfactual(
                                            basis.requirements().get(other.path(0).asInt()).skill(),
                                            figure(other.path(1)),
                                            code(other.path(2))))
                            .toList());
        }

        private List<Score.RequirementScore> requirements() {
            List<Score.RequirementScore> requirements = new ArrayList<>();
            for (JsonNode requirement : json.path("r")) {
                ScoreBasis.Asked asked = basis.requirements().get(requirements.size());
                requirements.add(
                        new Score.RequirementScore(
                                asked.skill(),
                                asked.importance(),
                                asked.mustHave(),
                                asked.level(),
                                code(requirement.path(0)),
                                figure(requirement.path(1)),
                                figure(requirement.path(2)),
                                asked.maxPoints(),
                                figure(requirement.path(3)),
                                each(requirement.path(4)).map(this::evidence).toList(),
                                each(requirement.path(5))
                                        .map(ignored ->
                                                new Score.Ignored(
                                                        items.get(ignored.path(0).asInt()).id(),
                                                        code(ignored.path(1))))
                                        .toList()));
            }
            return requirements;
        }

        private Score.Evidence evidence(JsonNode evidence) {
            Item item = items.get(evidence.path(0).asInt());
            int notes = evidence.path(8).asInt();
            return new Score.Evidence(
                    item.id(),
                    String.valueOf(item.kind()),
                    String.valueOf(item.group()),
                    evidence.path(1).asInt(),
                    evidence.path(2).asInt(),
                    evidence.path(3).asInt(),
                    evidence.path(4).asInt(),
                    evidence.path(5).isNull() ? null : evidence.path(5).asInt(),
                    figure(evidence.path(6)),
                    code(evidence.path(7)),
                    (notes & LEVEL_UNSTATED) != 0,
                    (notes & OPEN) != 0,
                    evidence.has(9) ? code(evidence.path(9)) : null);
        }

        private String code(JsonNode place) {
            return codes.get(place.asInt());
        }

        private static BigDecimal figure(JsonNode tenThousandths) {
            return BigDecimal.valueOf(tenThousandths.asLong(), PLACES);
        }

        private static @Nullable BigDecimal figure(@Nullable Integer tenThousandths) {
            return tenThousandths == null ? null : BigDecimal.valueOf(tenThousandths, PLACES);
        }

        private static Stream<JsonNode> each(JsonNode list) {
            return list.valueStream();
        }
    }
}
