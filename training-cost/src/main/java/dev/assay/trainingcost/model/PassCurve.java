package dev.assay.trainingcost.model;

import java.util.List;

/**
 * The chance of passing a test-out, by coverage: straight lines between points. Refuses points out
 * of order and a chance that falls while coverage rises, for then better evidence could cost more.
 */
public record PassCurve(List<Point> points) {

    /** The chance equals the coverage. */
    public static final PassCurve AS_COVERED =
            new PassCurve(List.of(new Point(0, 0), new Point(1, 1)));

    /** One known point of the curve. */
    public record Point(double coverage, double chance) {
        public Point {
            FieldCheck.share("coverage", coverage);
            FieldCheck.share("chance", chance);
        }
    }

    public PassCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new InvalidInputException("points", "must not be empty");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).coverage() <= points.get(i - 1).coverage()) {
                throw new InvalidInputException(
                        "points[" + i + "].coverage", "must be above the point before");
            }
            if (points.get(i).chance() < points.get(i - 1).chance()) {
                throw new InvalidInputException(
                        "points[" + i + "].chance", "must not be below the point before");
            }
        }
    }

    /** The chance at a coverage; flat before the first point and after the last. */
    public double chanceAt(double coverage) {
        var before = points.getFirst();
        if (coverage <= before.coverage()) {
            return before.chance();
        }
        for (var after : points.subList(1, points.size())) {
            if (coverage <= after.coverage()) {
                double way =
                        (coverage - before.coverage()) / (after.coverage() - before.coverage());
                double chance = before.chance() + way * (after.chance() - before.chance());
                return Math.min(chance, after.chance());
            }
            before = after;
        }
        return before.chance();
    }
}
