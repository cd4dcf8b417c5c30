package dev.assay.hiring.shared;

/** Counts the changes of one mutable thing from 1; shown as its ETag. */
public record Version(int value) {

    public static final Version FIRST = new Version(1);

    public Version {
        if (value < 1) {
            throw new IllegalArgumentException("a version starts at 1, but is " + value);
        }
    }

    public Version next() {
        return new Version(value + 1);
    }
}
