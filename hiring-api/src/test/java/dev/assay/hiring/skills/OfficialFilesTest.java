package dev.assay.hiring.skills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.skills.Vocabulary.Broader;
import dev.assay.hiring.skills.Vocabulary.Entry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small files in the forms of the official ones. */
class OfficialFilesTest {

    private static final String SKILL = "http://data.europa.eu/esco/skill/a";
    private static final String GROUP = "http://data.europa.eu/esco/skill/g";

    private final OfficialFiles files = new OfficialFiles();

    @Test
    void readsEscoSkillsWithTheirOtherNamesAndRelations() {
        assertThat(
                        read(
                                "\uFEFFconceptType,conceptUri,preferredLabel,altLabels,status,description\r\n"
                                        + "KnowledgeSkillCompetence,"
                                        + SKILL
                                        + ",\"speak, and \"\"listen\"\"\",\"talk\nconverse\",released,\"Two\nlines\"\r\n"
                                        + "KnowledgeSkillCompetence,http://x.example/old,gone,,obsolete,\r\n"
                                        + "Occupation,http://x.example/o,baker,,released,\r\n"))
                .isTrue();
        read(
                "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,status,altLabels,description,broaderConceptUri,broaderConceptPT\n"
                        + "KnowledgeSkillCompetence,"
                        + SKILL
                        + ",x,x,speak,released,talk | chat,x,"
                        + GROUP
                        + " | http://data.europa.eu/esco/isced-f/0613,x\n");
        read(
                "conceptType,conceptUri,broaderType,broaderUri\nSkillGroup,"
                        + GROUP
                        + ",SkillGroup,http://data.europa.eu/esco/skill/top\n");

        Vocabulary esco = files.vocabularies("v1.2").getFirst();

        assertThat(esco.entries())
                .containsExactly(
                        new Entry(
                                URI.create(SKILL),
                                "speak, and \"listen\"",
                                List.of("talk", "converse", "chat")));
        assertThat(esco.broader())
                .containsExactlyInAnyOrder(
                        new Broader(URI.create(SKILL), URI.create(GROUP)),
                        new Broader(
                                URI.create(SKILL),
                                URI.create("http://data.europa.eu/esco/isced-f/0613")),
                        new Broader(
                                URI.create(GROUP),
                                URI.create("http://data.europa.eu/esco/skill/top")));
        assertThat(esco.version()).isEqualTo("v1.2");
        assertThat(esco.attribution()).contains("ESCO", "European Commission");
    }

    @Test
    void readsTechnologySkillsOfOnetEachOnce() {
        read(
                "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\r\n"
                        + "11-1011.00\tAdobe Acrobat\t43232202\tDocument management software\tY\tN\r\n"
                        + "11-1021.00\tAdobe Acrobat\t43232202\tDocument management software\tY\tN\r\n");

        Vocabulary onet = files.vocabularies("30.0").getFirst();

        assertThat(onet.framework()).isEqualTo("O*NET");
        assertThat(onet.entries())
                .extracting(Entry::label)
                .containsExactlyInAnyOrder("Adobe Acrobat", "Document management software");
        assertThat(onet.broader())
                .containsExactly(
                        new Broader(
                                URI.create("urn:onet:technology:Adobe%20Acrobat"),
                                URI.create("urn:onet:commodity:43232202")));
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        assertThat(read("a,b\n1,2\n")).isFalse();
        assertThat(read("")).isFalse();
        assertThat(files.vocabularies("1")).isEmpty();
    }

    private boolean read(String file) {
        return files.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
