package dev.assay.hiring.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.Uncertain;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number that is known more or less well, as callers write it: {@code value} alone when it is
 * known, else a distribution with just the numbers it is made of.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Range(
        @Nullable Shape distribution,
        @Nullable Double value,
        @Nullable Double least,
        @Nullable Double mostLikely,
        @Nullable Double most,
        @Nullable Double p10,
        @Nullable Double p90) {

    private static final Set<String> THREE_POINTS = Set.of("least", "mostLikely", "most");

    /** How the number is spread. */
    public enum Shape {
        FIXED("fixed", Set.of("value")),
        PERT("pert", THREE_POINTS),
        TRIANGULAR("triangular", THREE_POINTS),
        LOGNORMAL("lognormal", Set.of("p10", "p90"));

        private final String wireName;
        private final Set<String> members;

        Shape(String wireName, Set<String> members) {
            this.wireName = wireName;
            this.members = members;
        }

        @JsonValue
        public String wireName() {
            return wireName;
        }
    }

    static Range of(Uncertain known) {
        return switch (known) {
            case Uncertain.Fixed(double value) ->
                    new Range(Shape.FIXED, value, null, null, null, null, null);
            case Uncertain.Pert(double least, double mostLikely, double most) ->
                    new Range(Shape.PERT, null, least, mostLikely, most, null, null);
            case Uncertain.Triangular(double least, double mostLikely, double most) ->
                    new Range(Shape.TRIANGULAR, null, least, mostLikely, most, null, null);
            case Uncertain.LogNormal(double p10, double p90) ->
                    new Range(Shape.LOGNORMAL, null, null, null, null, p10, p90);
        };
    }

    /** A number known exactly. */
    public static Range fixed(double value) {
        return of(Uncertain.fixed(value));
    }

    /** Least, most likely and most. */
    public static Range pert(double least, double mostLikely, double most) {
        return of(new Uncertain.Pert(least, mostLikely, most));
    }

    /** As the library takes it; refuses, naming the member, what is no such number. */
    Uncertain uncertain() {
        Shape shape = Objects.requireNonNullElse(distribution, Shape.FIXED);
        Map<String, @Nullable Double> given = new LinkedHashMap<>();
        given.put("value", value);
        given.put("least", least);
        given.put("mostLikely", mostLikely);
        given.put("most", most);
        given.put("p10", p10);
        given.put("p90", p90);
        given.forEach((member, number) -> {
            boolean wanted = shape.members.contains(member);
            if (wanted && number == null) {
                throw new InvalidInputException(member, "must be there when " + shape.wireName);
            }
            if (!wanted && number != null) {
                throw new InvalidInputException(
                        member,
                        "must be absent when " + shape.wireName + ", as said or by default");
            }
        });
        return switch (shape) {
            case FIXED -> Uncertain.fixed(number(value));
            case PERT -> new Uncertain.Pert(number(least), number(mostLikely), number(most));
            case TRIANGULAR ->
                    new Uncertain.Triangular(number(least), number(mostLikely), number(most));
            case LOGNORMAL -> new Uncertain.LogNormal(number(p10), number(p90));
        };
    }

    private static double number(@Nullable Double given) {
        return Objects.requireNonNull(given);
    }
}
