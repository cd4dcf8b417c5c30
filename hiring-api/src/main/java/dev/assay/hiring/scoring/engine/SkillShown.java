package dev.assay.hiring.scoring.engine;

import org.jspecify.annotations.Nullable;

/**
 * One skill of an item, seen from one required skill.
 *
 * @param skill the required skill it is held against
 * @param alignment how the item's own skill relates to it
 * @param level the level the item states, or null when it states none
 * @param ownResult whether the item carries a result for this very skill, rather than listing it
 *     beside others under one overall result
 */
public record SkillShown(
        SkillRef skill, Alignment alignment, @Nullable Level level, boolean ownResult) {}
