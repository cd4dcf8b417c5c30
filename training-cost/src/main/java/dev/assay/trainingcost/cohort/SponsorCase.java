package dev.assay.trainingcost.cohort;

import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.FieldCheck;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.SkillId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether to pay hires for credentials or to train them. All amounts are in one currency, at their
 * most likely. Refuses a needed skill that nothing on offer covers, and more choices than can be
 * decided in reasonable time.
 *
 * @param budget the most that may be spent on credentials, absent for no limit
 */
public record SponsorCase(
        List<Offer> offers, List<Course> courses, List<Need> needs, @Nullable Double budget) {

    static final int MOST_CHOICES = 2_000;

    /** A credential on the market; whoever fails to complete it has to be paid for again. */
    public record Offer(CredentialId id, double fee, double completion, Set<SkillId> covers) {
        public Offer {
            FieldCheck.notNegative("fee", fee);
            FieldCheck.share("completion", completion);
            FieldCheck.positive("completion", completion);
            covers = Collections.unmodifiableSet(new TreeSet<>(covers));
        }

        /** What one completed credential costs on average. */
        double cost() {
            return fee / completion;
        }
    }

    /**
     * A module of ours.
     *
     * @param mandatory whether every hire takes it, whatever they have
     */
    public record Course(
            ModuleId id,
            double costPerHire,
            double sessionCost,
            int capacity,
            Set<SkillId> covers,
            boolean mandatory) {
        public Course {
            FieldCheck.notNegative("costPerHire", costPerHire);
            FieldCheck.notNegative("sessionCost", sessionCost);
            FieldCheck.atLeast("capacity", 1, capacity);
            covers = Collections.unmodifiableSet(new TreeSet<>(covers));
        }
    }

    /** The skills that a hire has still to get. */
    public record Need(String hire, Set<SkillId> skills) {
        public Need {
            FieldCheck.text("hire", hire);
            skills = Collections.unmodifiableSet(new TreeSet<>(skills));
        }
    }

    public SponsorCase {
        offers = List.copyOf(offers);
        courses = List.copyOf(courses);
        needs = List.copyOf(needs);
        if (budget != null) {
            FieldCheck.notNegative("budget", budget);
        }
        var covered = new HashSet<SkillId>();
        offers.forEach(offer -> covered.addAll(offer.covers()));
        courses.forEach(course -> covered.addAll(course.covers()));
        for (var need : needs) {
            for (var skill : need.skills()) {
                if (!covered.contains(skill)) {
                    throw new InvalidInputException(
                            "needs[" + need.hire() + "].skills[" + skill + "]",
                            "is covered by no offer and no course");
                }
            }
        }
        if ((long) needs.size() * (offers.size() + courses.size()) > MOST_CHOICES) {
            throw new InvalidInputException(
                    "needs", "must leave at most " + MOST_CHOICES + " choices");
        }
    }
}
