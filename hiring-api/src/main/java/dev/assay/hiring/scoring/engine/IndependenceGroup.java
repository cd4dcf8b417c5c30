package dev.assay.hiring.scoring.engine;

/**
 * Who is speaking: issuers that are the same organisation, parent and child, or creator and
 * reseller of an achievement share one group, and so do all recordings of one employer. Two items
 * of one group are one voice. Any stable reference serves, such as an organisation's id.
 */
public record IndependenceGroup(String reference) implements Comparable<IndependenceGroup> {

    public IndependenceGroup {
        PlainText.require("independence group", reference);
    }

    @Override
    public int compareTo(IndependenceGroup other) {
        return reference.compareTo(other.reference);
    }
}
