package dev.assay.hiring.scoring.engine;

import java.util.List;

/**
 * One requirement of the job and what came of it. Every item of the candidate is accounted for:
 * either under {@code evidence} or, once and with one reason, under {@code ignored}.
 *
 * @param state decided by single items alone, whatever the strength
 * @param strength exact, of what counts now
 * @param potential exact, if all open items were settled in the candidate's favour
 * @param points what the strength adds to the score; rounded by itself, so the points of all
 *     requirements may miss the score by their roundings
 * @param evidence at most the best counted and a better open item of each independence group,
 *     strongest first: the first is the basis, the first of another group the second voice, and
 *     further groups add nothing more
 * @param ignored in the order of the items' references
 */
public record RequirementScore(
        Requirement requirement,
        RequirementState state,
        Strength strength,
        Strength potential,
        Points points,
        Points potentialPoints,
        Points maxPoints,
        List<ScoredEvidence> evidence,
        List<IgnoredItem> ignored) {

    public RequirementScore {
        evidence = List.copyOf(evidence);
        ignored = List.copyOf(ignored);
    }
}
