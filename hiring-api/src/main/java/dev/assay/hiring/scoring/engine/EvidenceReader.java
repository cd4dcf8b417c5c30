package dev.assay.hiring.scoring.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one item against one requirement: what it shows, or the one reason why it counts nothing.
 *
 * <p>Of several reasons the most final wins. What verification found spoils the item whatever it
 * shows; then an item that has nothing to do with the requirement; then an issuer without standing;
 * then doubts that could still be settled.
 */
final class EvidenceReader {

    /** One item against one requirement. */
    sealed interface Reading {
        record Shows(List<ScoredEvidence> showings) implements Reading {}

        record PassedOver(IgnoreReason reason) implements Reading {}
    }

    private final ScoringPolicy policy;
    private final LocalDate submittedOn;

    EvidenceReader(ScoringPolicy policy, LocalDate submittedOn) {
        this.policy = policy;
        this.submittedOn = submittedOn;
    }

    Reading read(EvidenceItem item, Requirement requirement) {
        if (item.standing() instanceof Standing.Ignored ignored) {
            return new Reading.PassedOver(ignored.reason());
        }
        List<SkillShown> aligned = aligned(item, requirement);
        if (aligned.isEmpty()) {
            return new Reading.PassedOver(IgnoreReason.NO_ALIGNED_SKILL);
        }
        if (item.tier() == AuthorityTier.BLOCKED) {
            return new Reading.PassedOver(IgnoreReason.ISSUER_BLOCKED);
        }
        if (item.tier() == AuthorityTier.UNKNOWN) {
            return new Reading.PassedOver(IgnoreReason.ISSUER_UNKNOWN);
        }
        return settledOrOpen(item, requirement, aligned);
    }

    private List<SkillShown> aligned(EvidenceItem item, Requirement requirement) {
        List<SkillShown> aligned = new ArrayList<>(1);
        for (SkillShown shown : item.skills()) {
            if (shown.skill().equals(requirement.skill()) && related(shown.alignment())) {
                aligned.add(shown);
            }
        }
        return aligned;
    }

    private Reading settledOrOpen(
            EvidenceItem item, Requirement requirement, List<SkillShown> aligned) {
        IgnoreReason doubt = item.standing() instanceof Standing.Open open ? open.reason() : null;
        boolean mayStandOpen = item.tier().trustedOrBetter();
        if (doubt != null && !mayStandOpen) {
            return new Reading.PassedOver(doubt);
        }
        List<ScoredEvidence> showings = new ArrayList<>(aligned.size());
        for (SkillShown shown : aligned) {
            if (mayStandOpen || confirmed(shown.alignment())) {
                showings.add(showing(item, requirement, shown, doubt));
            }
        }
        return showings.isEmpty()
                ? new Reading.PassedOver(IgnoreReason.MAPPING_UNCONFIRMED)
                : new Reading.Shows(showings);
    }

    private ScoredEvidence showing(
            EvidenceItem item,
            Requirement requirement,
            SkillShown shown,
            @Nullable IgnoreReason doubt) {
        Factors factors =
                new Factors(
                        policy.tiers().of(item.tier()),
                        alignment(item, shown),
                        level(requirement, shown),
                        policy.assessments().of(item.assessment()),
                        recency(requirement, item).orElse(null));
        IgnoreReason openBecause =
                doubt == null && !confirmed(shown.alignment())
                        ? IgnoreReason.MAPPING_UNCONFIRMED
                        : doubt;
        return new ScoredEvidence(
                item.ref(),
                item.kind(),
                item.group(),
                factors,
                meets(item, requirement, shown, factors),
                requirement.level() != null && shown.level() == null,
                openBecause);
    }

    /** Narrower by more steps than the policy allows is no relation at all. */
    private boolean related(Alignment alignment) {
        return !(alignment instanceof Alignment.Narrower narrower)
                || narrower.steps() <= policy.alignments().narrowerSteps();
    }

    private static boolean confirmed(Alignment alignment) {
        return !(alignment instanceof Alignment.Unconfirmed);
    }

    private BasisPoints alignment(EvidenceItem item, SkillShown shown) {
        ScoringPolicy.Alignments values = policy.alignments();
        BasisPoints value =
                switch (shown.alignment()) {
                    case Alignment.Exact _ -> values.exact();
                    // Read as what confirmation would make of it; until then it is only open.
                    case Alignment.Mapped mapped -> values.mapped().atMost(mapped.factor());
                    case Alignment.Unconfirmed _ -> values.mapped();
                    case Alignment.Crosswalk _ -> values.crosswalk();
                    case Alignment.Narrower _ -> values.narrower();
                    case Alignment.Broader _ -> values.broader();
                };
        boolean capped =
                item.skillsListed() > values.manySkills()
                        && !shown.ownResult()
                        && !(shown.alignment() instanceof Alignment.Mapped)
                        && !(shown.alignment() instanceof Alignment.Unconfirmed);
        return capped ? value.atMost(values.manySkillsCap()) : value;
    }

    private BasisPoints level(Requirement requirement, SkillShown shown) {
        return requirement.level() == null
                ? BasisPoints.FULL
                : policy.levels().of(requirement.level(), levelOf(shown));
    }

    private Optional<BasisPoints> recency(Requirement requirement, EvidenceItem item) {
        return Optional.ofNullable(policy.recency().get(requirement.skill()))
                .map(recency -> recency.of(item.achievedOn(), submittedOn));
    }

    /** Judged by the level itself and not by its factor, so that no policy can soften it. */
    private boolean meets(
            EvidenceItem item, Requirement requirement, SkillShown shown, Factors factors) {
        Level required = requirement.level();
        return item.tier().trustedOrBetter()
                && factors.alignment().atLeast(policy.mustHaveAlignment())
                && (required == null || levelOf(shown).value() >= required.value());
    }

    private static Level levelOf(SkillShown shown) {
        return shown.level() == null ? Level.UNSTATED : shown.level();
    }
}
