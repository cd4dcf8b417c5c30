package dev.assay.hiring.skills;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param importByApi whether HR admins may import vocabularies, which all employers share: for
 *     installations of one employer
 */
@ConfigurationProperties("assay.skills")
record SkillProperties(@DefaultValue("false") boolean importByApi) {}
