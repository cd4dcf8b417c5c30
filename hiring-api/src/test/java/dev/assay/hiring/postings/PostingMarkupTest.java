package dev.assay.hiring.postings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.jobs.WorkplaceType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PostingMarkupTest {

    private static final URI PAGE = URI.create("https://jobs.example/jobs/harbor/x");

    @Test
    void saysWhatSearchEnginesAskFor() {
        JsonNode markup = PostingMarkup.tree(SomePostings.whole(), PAGE);

        assertThat(List.of("datePosted", "description", "title", "validThrough"))
                .allSatisfy(member -> assertThat(markup.path(member).asString()).isNotBlank());
        assertThat(markup.at("/hiringOrganization/name").asString())
                .isEqualTo("Harbor & Co. Analytics");
        assertThat(markup.at("/hiringOrganization/sameAs").asString())
                .isEqualTo("https://harbor.example");
        assertThat(markup.at("/jobLocation/1/address/addressLocality").asString())
                .isEqualTo("Quayside");
        assertThat(markup.at("/jobLocation/0/address/addressCountry").asString()).isEqualTo("US");
        assertThat(markup.at("/baseSalary/currency").asString()).isEqualTo("USD");
        assertThat(markup.at("/baseSalary/value/maxValue").asInt()).isEqualTo(64_000);
        assertThat(markup.at("/baseSalary/value/unitText").asString()).isEqualTo("YEAR");
        assertThat(markup.at("/identifier/value").asString())
                .isEqualTo(SomePostings.JOB.toString());
    }

    @Test
    void namesSkillsByTheirAddressAndTheCredentialsThatShowThem() {
        JsonNode markup = PostingMarkup.tree(SomePostings.whole(), PAGE);

        assertThat(markup.at("/skills/0/@type").asString()).isEqualTo("DefinedTerm");
        assertThat(markup.at("/skills/0/url").asString()).isEqualTo("https://skills.example/sql");
        assertThat(markup.at("/skills/0/inDefinedTermSet/@type").asString())
                .isEqualTo("DefinedTermSet");
        assertThat(markup.at("/qualifications/@type").asString())
                .isEqualTo("EducationalOccupationalCredential");
        assertThat(markup.at("/qualifications/competencyRequired/0/@id").asString())
                .isEqualTo("https://skills.example/sql");
    }

    @Test
    void remoteWorkIsDoneFromACountry() {
        JsonNode markup =
                PostingMarkup.tree(
                        SomePostings.posting(
                                SomePostings.KNOWN,
                                WorkplaceType.REMOTE,
                                List.of(SomePostings.HARBOR, SomePostings.QUAY),
                                "Analyst"),
                        PAGE);

        assertThat(markup.path("jobLocationType").asString()).isEqualTo("TELECOMMUTE");
        assertThat(markup.path("applicantLocationRequirements")).hasSize(1);
        assertThat(markup.has("jobLocation")).isFalse();
    }

    @Test
    void endsNoScriptElementWhateverTheTitleIs() {
        String title = "</script><script>alert(1)</script>";
        String markup =
                PostingMarkup.of(
                        SomePostings.posting(
                                SomePostings.KNOWN, WorkplaceType.ONSITE, List.of(), title),
                        PAGE);

        assertThat(markup).doesNotContain("<", ">");
        assertThat(new JsonMapper().readTree(markup).path("title").asString()).isEqualTo(title);
    }

    @Test
    void anAddressEndsWithTheJobWhateverItsTitle() {
        UUID job = SomePostings.JOB;

        assertThat(PostingAddresses.slug("Junior Data-Analyst (m/f/d)", job))
                .isEqualTo("junior-data-analyst-m-f-d-" + job);
        assertThat(PostingAddresses.slug("Façade Ärzte 数据", job)).isEqualTo("facade-arzte-" + job);
        assertThat(PostingAddresses.slug("数据", job)).isEqualTo(job.toString());
        for (String title : List.of("Analyst", "数据", "---")) {
            assertThat(PostingAddresses.job(PostingAddresses.slug(title, job))).contains(job);
        }
        assertThat(PostingAddresses.job("analyst")).isEmpty();
        assertThat(PostingAddresses.job("x".repeat(40))).isEmpty();
    }
}
