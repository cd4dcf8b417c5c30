package dev.assay.hiring.skills;

import dev.assay.hiring.shared.Actor;
import java.util.Set;

/**
 * An employer's own skill was written or changed; published in the transaction of the change.
 *
 * @param touched the skill itself, and whatever it is or was a part of
 */
public record OwnSkillChanged(Actor actor, Set<SkillId> touched) {

    public OwnSkillChanged {
        touched = Set.copyOf(touched);
    }
}
