package dev.assay.hiring.scoring.engine;

import java.util.UUID;

/**
 * Points to one item of evidence. Ordered by its written form, so that lists come out alike
 * everywhere.
 */
public record ItemRef(UUID id) implements Comparable<ItemRef> {

    @Override
    public int compareTo(ItemRef other) {
        // UUID.compareTo compares signed halves; the digits of the written form are not signed.
        int first =
                Long.compareUnsigned(
                        id.getMostSignificantBits(), other.id.getMostSignificantBits());
        return first != 0
                ? first
                : Long.compareUnsigned(
                        id.getLeastSignificantBits(), other.id.getLeastSignificantBits());
    }
}
