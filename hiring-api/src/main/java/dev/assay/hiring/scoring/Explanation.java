package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.BasisPoints;
import dev.assay.hiring.scoring.engine.Counterfactual;
import dev.assay.hiring.scoring.engine.Factors;
import dev.assay.hiring.scoring.engine.IgnoreReason;
import dev.assay.hiring.scoring.engine.IgnoredItem;
import dev.assay.hiring.scoring.engine.Points;
import dev.assay.hiring.scoring.engine.RequirementScore;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoredEvidence;
import dev.assay.hiring.scoring.engine.Strength;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    static String write(ScoreResult result) {
        return new Writing(result).write();
    }

    static Score read(String explanation, ScoreBasis basis, Figures figures) {
        return new Reading(JSON.readTree(explanation), basis).score(figures);
    }

    /** An item as it shows something; kind and group are not known of one that never does. */
    private record Item(UUID id, @Nullable String kind, @Nullable String group) {}

    private static final class Writing {

        private final StringBuilder json = new StringBuilder(2_048);
        private final ScoreResult result;
        private final Map<Item, Integer> items = new LinkedHashMap<>();
        private final Map<UUID, Integer> places = new HashMap<>();
        private final Map<String, Integer> codes = new LinkedHashMap<>();

        Writing(ScoreResult result) {
            this.result = result;
        }

        String write() {
            for (RequirementScore requirement : result.requirements()) {
                requirement.evidence().forEach(this::place);
            }
            json.append("{\"p\":[");
            text(result.policy().id());
            json.append(',').append(result.policy().version());
            json.append("],\"e\":").append(result.engineVersion());
            json.append(",\"l\":");
            text(result.lane().code());
            json.append(",\"m\":");
            text(result.mustHaves().code());
            json.append(",\"r\":");
            list(result.requirements(), this::requirement);
            json.append(",\"c\":");
            list(result.counterfactuals(), this::counterfactual);
            json.append(",\"i\":");
            list(items.keySet(), this::item);
            json.append(",\"s\":");
            list(codes.keySet(), this::text);
            return json.append('}').toString();
        }

        private void requirement(RequirementScore requirement) {
            json.append('[');
            code(requirement.state().code());
            json.append(',').append(requirement.points().tenThousandths());
            json.append(',').append(requirement.potentialPoints().tenThousandths());
            strength(requirement.strength());
            json.append(',');
            list(requirement.evidence(), this::evidence);
            json.append(',');
            list(requirement.ignored(), this::ignored);
            json.append(']');
        }

        private void evidence(ScoredEvidence evidence) {
            Factors factors = evidence.factors();
            BasisPoints recency = factors.recency();
            IgnoreReason openBecause = evidence.openBecause();
            json.append('[').append(place(evidence));
            json.append(',').append(factors.authority().value());
            json.append(',').append(factors.alignment().value());
            json.append(',').append(factors.level().value());
            json.append(',').append(factors.assessment().value());
            json.append(',').append(recency == null ? "null" : recency.value());
            strength(evidence.strength());
            json.append(',');
            code(evidence.limiting().code());
            json.append(',')
                    .append(
                            (evidence.levelUnstated() ? LEVEL_UNSTATED : 0)
                                    + (evidence.open() ? OPEN : 0));
            if (openBecause != null) {
                json.append(',');
                code(openBecause.code());
            }
            json.append(']');
        }

        private void ignored(IgnoredItem ignored) {
            UUID id = ignored.item().id();
            Integer known = places.get(id);
            json.append('[').append(known == null ? place(new Item(id, null, null)) : known);
            json.append(',');
            code(ignored.reason().code());
            json.append(']');
        }

        private void counterfactual(Counterfactual other) {
            int asked = 0;
            while (!result.requirements().get(asked).requirement().skill().equals(other.skill())) {
                asked++;
            }
            json.append('[').append(asked);
            json.append(',').append(other.gain().tenThousandths()).append(',');
            code(other.with().code());
            json.append(']');
        }

        private void item(Item item) {
            json.append('[');
            text(item.id().toString());
            if (item.kind() != null && item.group() != null) {
                json.append(',');
                code(item.kind());
                json.append(',');
                text(item.group());
            }
            json.append(']');
        }

        private <T> void list(Collection<T> all, Consumer<T> each) {
            json.append('[');
            boolean first = true;
            for (T one : all) {
                if (!first) {
                    json.append(',');
                }
                first = false;
                each.accept(one);
            }
            json.append(']');
        }

        private void strength(Strength strength) {
            json.append(',').append(strength.rounded().movePointRight(PLACES).intValueExact());
        }

        /** Codes, ids and names of the engine's: visible ASCII. */
        private void text(String text) {
            json.append('"');
            for (int i = 0; i < text.length(); i++) {
                char one = text.charAt(i);
                if (one == '"' || one == '\\') {
                    json.append('\\');
                }
                json.append(one);
            }
            json.append('"');
        }

        private int place(ScoredEvidence evidence) {
            return place(
                    new Item(
                            evidence.item().id(),
                            evidence.kind().code(),
                            evidence.group().reference()));
        }

        private int place(Item item) {
            Integer known = items.putIfAbsent(item, items.size());
            int place = known == null ? items.size() - 1 : known;
            places.putIfAbsent(item.id(), place);
            return place;
        }

        private void code(String code) {
            Integer known = codes.putIfAbsent(code, codes.size());
            json.append(known == null ? codes.size() - 1 : known);
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
