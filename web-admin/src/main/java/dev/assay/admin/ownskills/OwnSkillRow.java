package dev.assay.admin.ownskills;

import dev.assay.hiring.skills.OwnSkill;
import java.net.URI;
import java.util.List;

/** A skill of the employer's own. */
record OwnSkillRow(
        String id,
        String name,
        String uri,
        List<String> alternatives,
        List<String> broader,
        boolean retired) {

    OwnSkillRow {
        alternatives = List.copyOf(alternatives);
        broader = List.copyOf(broader);
    }

    static OwnSkillRow of(OwnSkill skill) {
        return new OwnSkillRow(
                skill.id().toString(),
                skill.content().label(),
                skill.uri().toString(),
                skill.content().alternatives(),
                skill.content().broader().stream().map(URI::toString).sorted().toList(),
                skill.content().retired());
    }
}
