package dev.assay.hiring.skills;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * What an employer says of a skill of its own.
 *
 * @param alternatives what else it is called
 * @param broader the skills it is a part of, published or its own
 * @param retired found no more; what asks for it or shows it, stands
 */
public record OwnSkillContent(
        String label, List<String> alternatives, Set<URI> broader, boolean retired) {

    public OwnSkillContent {
        alternatives = List.copyOf(alternatives);
        broader = Set.copyOf(broader);
    }
}
