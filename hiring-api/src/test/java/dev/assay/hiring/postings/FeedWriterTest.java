package dev.assay.hiring.postings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads the files as a board would, and holds them against the fields each board asks for. */
class FeedWriterTest {

    private static final URI PAGE = URI.create("https://jobs.example/jobs/harbor/x?src=a");
    private static final Instant BUILT = Instant.parse("2026-03-03T04:05:06Z");

    /** What every {@code job} of the file must have (hiring.md, clause 3). */
    private static final List<String> INDEED =
            List.of(
                    "title",
                    "date",
                    "referencenumber",
                    "requisitionid",
                    "url",
                    "company",
                    "city",
                    "state",
                    "country",
                    "description");

    private static final List<String> LINKEDIN =
            List.of(
                    "partnerJobId",
                    "company",
                    "companyId",
                    "title",
                    "description",
                    "location",
                    "applyUrl");

    @Test
    void theIndeedFileHasEveryMandatoryFieldOncePerPlace() throws Exception {
        Document file = file(FeedKind.INDEED, SomePostings.whole());

        assertThat(file.getDocumentElement().getTagName()).isEqualTo("source");
        assertThat(textOf(file.getDocumentElement(), "publisher")).isEqualTo("Assay");
        assertThat(textOf(file.getDocumentElement(), "publisherurl"))
                .isEqualTo("https://jobs.example/");
        assertThat(textOf(file.getDocumentElement(), "lastBuildDate"))
                .isEqualTo("Tue, 03 Mar 2026 04:05:06 GMT");
        List<Element> jobs = children(file.getDocumentElement(), "job");
        assertThat(jobs).hasSize(2);
        for (Element job : jobs) {
            assertThat(INDEED).allSatisfy(field -> assertThat(textOf(job, field)).isNotBlank());
        }
        assertThat(jobs)
                .extracting(job -> textOf(job, "referencenumber"))
                .containsExactly(SomePostings.JOB.toString(), SomePostings.JOB + "-2");
        assertThat(textOf(jobs.getFirst(), "date")).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(textOf(jobs.getFirst(), "salary")).isEqualTo("USD 52000 - 64000 per year");
        assertThat(textOf(jobs.getFirst(), "remotetype")).isEqualTo("Hybrid remote");
        assertThat(textOf(jobs.getLast(), "city")).isEqualTo("Quayside");
    }

    @Test
    void theIndeedFileHasAllTextInCdataAndNoEntities() {
        String file = text(FeedKind.INDEED, SomePostings.whole());

        assertThat(file).doesNotContain("&amp;", "&lt;", "&gt;");
        assertThat(file).contains("<![CDATA[Harbor & Co. Analytics]]>", "‹how sure›");
        assertThat(file.replaceAll("(?s)<!\\[CDATA\\[.*?]]>", "").replaceAll("<[^>]*>", "").strip())
                .isEmpty();
    }

    @Test
    void theLinkedInFileHasEveryMandatoryFieldAndSaysHowManyThereAre() throws Exception {
        Document file = file(FeedKind.LINKEDIN, SomePostings.whole());

        assertThat(textOf(file.getDocumentElement(), "expectedJobCount")).isEqualTo("2");
        List<Element> jobs = children(file.getDocumentElement(), "job");
        assertThat(jobs).hasSize(2);
        for (Element job : jobs) {
            assertThat(LINKEDIN).allSatisfy(field -> assertThat(textOf(job, field)).isNotBlank());
            assertThat(textOf(job, "partnerJobId")).hasSizeLessThanOrEqualTo(40);
        }
        assertThat(textOf(jobs.getFirst(), "companyId")).isEqualTo("4711");
        assertThat(textOf(jobs.getFirst(), "applyUrl")).isEqualTo(PAGE.toString());
        assertThat(textOf(jobs.getFirst(), "workplaceTypes")).isEqualTo("Hybrid");
    }

    @Test
    void theRssFileHasOneItemWithTitleLinkAndUnchangingGuid() throws Exception {
        Document file = file(FeedKind.RSS, SomePostings.at());

        assertThat(file.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        Element channel = children(file.getDocumentElement(), "channel").getFirst();
        assertThat(List.of("title", "link", "description"))
                .allSatisfy(field -> assertThat(textOf(channel, field)).isNotBlank());
        Element item = children(channel, "item").getFirst();
        assertThat(textOf(item, "title"))
                .isEqualTo("Junior data analyst at Harbor & Co. Analytics");
        assertThat(textOf(item, "guid")).isEqualTo(SomePostings.JOB.toString());
        assertThat(textOf(item, "pubDate")).isEqualTo("Mon, 02 Mar 2026 09:00:00 GMT");
    }

    @Test
    void whatXmlCannotHoldIsLeftOutAndWhatEndsASectionIsKept() throws Exception {
        String description =
                textOf(
                        children(
                                        file(FeedKind.LINKEDIN, SomePostings.whole())
                                                .getDocumentElement(),
                                        "job")
                                .getFirst(),
                        "description");

        assertThat(description)
                .isEqualTo(
                        "<p>Answers questions &amp; says &lt;how sure&gt; it is.</p><p>Here ]]&gt; too.</p>");
    }

    @Test
    void anEmptyFileIsAFile() throws Exception {
        var out = new ByteArrayOutputStream();
        FeedWriter.begin(FeedKind.LINKEDIN, out, head(0)).end();

        assertThat(children(parsed(out).getDocumentElement(), "job")).isEmpty();
        assertThat(textOf(parsed(out).getDocumentElement(), "expectedJobCount")).isEqualTo("0");
    }

    private static Document file(FeedKind kind, Posting posting) throws Exception {
        var out = new ByteArrayOutputStream();
        write(kind, posting, out);
        return parsed(out);
    }

    private static String text(FeedKind kind, Posting posting) {
        var out = new ByteArrayOutputStream();
        write(kind, posting, out);
        return out.toString(StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*>", "");
    }

    private static void write(FeedKind kind, Posting posting, ByteArrayOutputStream out) {
        FeedWriter writer = FeedWriter.begin(kind, out, head(kind.items(posting)));
        writer.write(posting, PAGE);
        writer.end();
    }

    private static FeedHead head(int items) {
        return new FeedHead(URI.create("https://jobs.example/"), BUILT, items);
    }

    private static Document parsed(ByteArrayOutputStream out) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
    }

    private static String textOf(Element parent, String name) {
        List<Element> found = children(parent, name);
        assertThat(found).as(name).hasSize(1);
        return found.getFirst().getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name))
                .forEach(found::add);
        return found;
    }
}
