package dev.assay.hiring.scoring.engine;

import java.util.UUID;

/**
 * Points to one item of evidence. Ordered by its written form, so that lists come out alike
 * everywhere.
 */
public record ItemRef(UUID id) implements Comparable<ItemRef> {

    @Override
    public int compareTo(ItemRef other) {
        // UUID.compareTo compares signed halves, which readers in other languages get wrong.
        return id.toString().compareTo(other.id.toString());
    }
}
