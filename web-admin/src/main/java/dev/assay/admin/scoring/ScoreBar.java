package dev.assay.admin.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A score as one stack: a segment a requirement, its width the weight, filled as far as proven and
 * hatched where the only doubt is ours. Drawn as SVG with plain attributes, because the page's
 * content security policy allows no style attributes.
 *
 * @param label the whole bar in words, for those who do not see it
 */
public record ScoreBar(String label, List<Segment> segments) {

    /** The drawing's width in its own units. */
    public static final int WIDTH = 480;

    private static final int GAP = 4;

    public ScoreBar {
        segments = List.copyOf(segments);
    }

    /**
     * One requirement's share of the bar, in units of the drawing.
     *
     * @param proven how much of the width is filled
     * @param pending how much of the width after it is hatched
     * @param sentence what a reader sees on hover
     */
    public record Segment(int x, int width, int proven, int pending, String sentence) {}

    /**
     * What one segment is made of.
     *
     * @param maxPoints the points the requirement could give, which is its weight
     * @param points the points proven
     * @param openPoints the points that wait for a check
     */
    public record Part(
            BigDecimal maxPoints, BigDecimal points, BigDecimal openPoints, String sentence) {}

    /** Lays the parts side by side; the widths share the drawing in proportion to the weights. */
    public static ScoreBar of(String label, List<Part> parts) {
        BigDecimal total =
                parts.stream().map(Part::maxPoints).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() == 0) {
            return new ScoreBar(label, List.of());
        }
        int room = WIDTH - GAP * (parts.size() - 1);
        List<Segment> segments = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int start = share(before, total, room);
            before = before.add(part.maxPoints());
            int width = share(before, total, room) - start;
            int proven = share(part.points(), part.maxPoints(), width);
            int shown = share(part.points().add(part.openPoints()), part.maxPoints(), width);
            segments.add(
                    new Segment(start + GAP * i, width, proven, shown - proven, part.sentence()));
        }
        return new ScoreBar(label, segments);
    }

    /** The hatched part begins where the proven part ends. */
    private static int share(BigDecimal part, BigDecimal whole, int units) {
        if (whole.signum() == 0) {
            return 0;
        }
        return part.multiply(BigDecimal.valueOf(units))
                .divide(whole, 0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(units))
                .intValueExact();
    }
}
