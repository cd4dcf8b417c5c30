package dev.assay.hiring.shared;

/** How many items a page holds: 1 to 200. */
public record PageSize(int value) {

    public static final int MAXIMUM = 200;
    public static final PageSize DEFAULT = new PageSize(50);

    public PageSize {
        if (value < 1 || value > MAXIMUM) {
            throw new InvalidInput(
                    "/limit", "must be between 1 and " + MAXIMUM + ", but is " + value);
        }
    }

    public int plusOne() {
        return value + 1;
    }
}
