package dev.assay.hiring.insights;

import java.util.List;

/** How applications fare with and without verified credentials. */
public record AdvancementInsight(
        List<Advancement> advancement,
        List<Share> shares,
        List<Caution> cautions,
        List<Reference> references) {

    /**
     * Those of one kind, and how many of them ever got to an interview or further.
     *
     * @param group {@code with-credentials} for those of whom something is proven, {@code without}
     *     for the others
     */
    public record Advancement(String group, long advanced, Interval rate) {}

    /**
     * How many have a verified credential of a kind.
     *
     * @param kind {@code credit-bearing} or {@code gen-ai}
     */
    public record Share(String kind, Interval applicants, Interval hires, List<Caution> cautions) {}
}
