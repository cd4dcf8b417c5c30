package dev.assay.hiring.scoring.engine;

/** How the skill an item shows relates to the skill that a requirement names. */
public sealed interface Alignment {

    /** The same skill URI. */
    record Exact() implements Alignment {}

    /**
     * A person confirmed for this employer that the item shows the required skill. The cap for
     * items listing many skills does not apply: it lasts only until that confirmation.
     *
     * @param by the confirmation, so that a receipt says what a score rests on
     * @param factor how much of the skill the item covers; all of it, unless that person said less
     */
    record Mapped(MappingRef by, BasisPoints factor) implements Alignment {}

    /** Equivalent by a published crosswalk between two vocabularies. */
    record Crosswalk() implements Alignment {}

    /**
     * More specific than required.
     *
     * @param steps how many steps below the required skill, at least one; beyond the policy's limit
     *     the skills count as unrelated
     */
    record Narrower(int steps) implements Alignment {
        public Narrower {
            if (steps < 1) {
                throw new IllegalArgumentException("steps must be at least 1, but are " + steps);
            }
        }
    }

    /** More general than required: says something, but never meets a requirement. */
    record Broader() implements Alignment {}

    /** A suggestion nobody has confirmed yet. Counts nothing until somebody does. */
    record Unconfirmed() implements Alignment {}
}
