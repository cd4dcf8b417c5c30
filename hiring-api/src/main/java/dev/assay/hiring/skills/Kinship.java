package dev.assay.hiring.skills;

/** How a skill that somebody shows relates to one that is asked for, by published vocabularies. */
public sealed interface Kinship {

    /** Equivalent by a crosswalk between two vocabularies. */
    record Equivalent() implements Kinship {}

    /**
     * More specific than asked for.
     *
     * @param steps how many steps below, at least one
     */
    record Narrower(int steps) implements Kinship {}

    /** More general than asked for. */
    record Broader() implements Kinship {}
}
