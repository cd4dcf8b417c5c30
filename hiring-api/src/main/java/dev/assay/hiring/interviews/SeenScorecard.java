package dev.assay.hiring.interviews;

/** A scorecard as an actor sees it: of one that is blind they learn that it is there, and whose. */
public sealed interface SeenScorecard {

    Scorecard scorecard();

    /** With what it says. */
    record Open(Scorecard scorecard) implements SeenScorecard {}

    /** Without, until the actor has handed in their own. */
    record Blind(Scorecard scorecard) implements SeenScorecard {}
}
