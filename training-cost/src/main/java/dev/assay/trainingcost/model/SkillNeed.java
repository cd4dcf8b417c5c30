package dev.assay.trainingcost.model;

/**
 * How far and how much a role needs a skill.
 *
 * @param level from 1 to 5
 * @param weight share of the role's work that rests on the skill
 */
public record SkillNeed(int level, double weight) {

    public static final int LOWEST_LEVEL = 1;
    public static final int HIGHEST_LEVEL = 5;

    public SkillNeed {
        checkLevel("level", level);
        FieldCheck.share("weight", weight);
    }

    static void checkLevel(String path, int level) {
        if (level < LOWEST_LEVEL || level > HIGHEST_LEVEL) {
            throw new InvalidInputException(
                    path,
                    "must be between "
                            + LOWEST_LEVEL
                            + " and "
                            + HIGHEST_LEVEL
                            + ", but is "
                            + level);
        }
    }
}
