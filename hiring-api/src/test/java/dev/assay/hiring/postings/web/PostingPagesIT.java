package dev.assay.hiring.postings.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.TestKeycloak;
import dev.assay.hiring.testkit.WithApplication;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Postings' own pages, as a stranger without a script sees them. */
@WithApplication
class PostingPagesIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern LINK = Pattern.compile("https://assay\\.example(/jobs/[^\\]]+)");

    private final ApiClient anyone;
    private final ApiClient rita;
    private final HiringDesk harbor;
    private final ApiClient partner;
    private final String skill;
    private final String address = Newcomers.address();

    PostingPagesIT(ApplicationUnderTest application, ApiClient api) {
        this.anyone = api;
        this.rita = api.as(Person.RITA);
        this.harbor = new HiringDesk(rita);
        this.partner = api.withToken(TestKeycloak.get().partnerToken());
        this.skill = HiringDesk.newSkill(application, "SQL");
    }

    @Test
    void anybodyReadsAPostingAndSearchEnginesUnderstandIt() {
        String page = pageOf(openJob());

        ApiAnswer shown = anyone.get(page).expect(200);

        assertThat(shown.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(shown.header("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("script");
        assertThat(shown.text())
                .contains("Data analyst", "Harbor Analytics", "/apply", "\"@type\":\"JobPosting\"")
                .contains("\"@type\":\"DefinedTerm\"", skill)
                .doesNotContain("importance", "noindex");
        assertThat(anyone.get("/jobs/harbor-analytics/sitemap.xml").expect(200).text())
                .contains(page);
        assertThat(anyone.get("/sitemap.xml").expect(200).text())
                .contains("/jobs/harbor-analytics/sitemap.xml");
        assertThat(anyone.get("/robots.txt").expect(200).text()).contains("Disallow: /me/");
    }

    @Test
    void aPausedOneStaysWithoutAFormAndAClosedOneIsGone() {
        String job = openJob();
        String page = pageOf(job);
        become(job, "paused");

        assertThat(anyone.get(page).expect(200).text())
                .contains("takes no applications for the time being")
                .doesNotContain("/apply\"");
        post(page, filled()).expect(409);

        become(job, "closed");
        ApiAnswer closed = anyone.get(page).expect(410);
        assertThat(closed.text())
                .contains("This job is closed", "noindex")
                .doesNotContain("ld+json");
        anyone.get(page + "/apply").expect(410);
        assertThat(anyone.get("/jobs/harbor-analytics/sitemap.xml").text()).doesNotContain(job);
        String draft = rita.post("/v1/jobs", "{\"title\":\"A\",\"description\":\"B\"}").id();
        anyone.get("/jobs/harbor-analytics/a-" + draft).expect(404);
        anyone.get(pageOf(openJob()).replace("harbor-analytics", "cedar-health")).expect(404);
    }

    @Test
    void somebodyAppliesByTheFormOnceHoweverOftenItIsSent() {
        String job = openJob();
        String question =
                rita.post(
                                "/v1/jobs/" + job + "/questions",
                                "{\"kind\":\"yes-no\",\"question\":\"May you work here?\",\"required\":true}")
                        .expect(201)
                        .id();
        String link = linkOf(job);
        String page = link.substring(0, link.indexOf('?'));
        assertThat(anyone.get(page + "/apply").expect(200).text()).contains("May you work here?");
        Map<String, String> form = filled();
        form.put("src", link.substring(link.indexOf('=') + 1));
        form.put("text", new Badges().badge(address, skill).toString());

        assertThat(post(page, form).expect(422).text())
                .contains("#q-" + question, "Please answer this question.", address);
        form.put("q-" + question, "yes");
        post(page, form).expect(303);
        post(page, form).expect(303);

        JsonNode applications =
                rita.get("/v1/applications?jobId=" + job).expect(200).json().path("items");
        assertThat(applications).hasSize(1);
        JsonNode application =
                rita.get("/v1/applications/" + applications.path(0).path("id").asString()).json();
        assertThat(application.path("credentials")).hasSize(1);
        assertThat(application.at("/credentials/0/verification").toString())
                .contains("email-unconfirmed");
        assertThat(applications.path(0).toString()).contains("posting-page", "partner:");
        String attribution =
                "/v1/applications/" + application.path("id").asString() + "/attribution";
        assertThat(rita.get(attribution).expect(200).json().path("way").asString())
                .isEqualTo("link");

        String other = openJob();
        String tampered = linkOf(other);
        Map<String, String> direct = filled();
        direct.put("src", "x" + tampered.substring(tampered.indexOf('=') + 1));
        direct.put("text", new Badges().badge(address, skill).toString());
        post(tampered.substring(0, tampered.indexOf('?')), direct).expect(303);
        assertThat(
                        rita.get(
                                        "/v1/applications/"
                                                + rita.get("/v1/applications?jobId=" + other)
                                                        .json()
                                                        .at("/items/0/id")
                                                        .asString()
                                                + "/attribution")
                                .expect(200)
                                .json()
                                .path("partnerId")
                                .isNull())
                .isTrue();
        assertThat(
                        rita.get(
                                        "/v1/applications/"
                                                + application.path("id").asString()
                                                + "/answers")
                                .expect(200)
                                .text())
                .contains("May you work here?", "true");
    }

    /** Both have looked whether the other is there, and found nothing, before either is kept. */
    @Test
    void twoFormsAtOnceAreOneApplication(TestDatabase database) throws Exception {
        String job = openJob();
        String page = pageOf(job);
        Map<String, String> other = filled();
        other.put("email", "first-" + address);
        // The first application freezes what the job asks, for which all wait.
        post(page, other).expect(303);
        try (Connection owner = database.ownerDataSource().getConnection();
                Statement statement = owner.createStatement();
                ExecutorService callers = Executors.newFixedThreadPool(2)) {
            owner.setAutoCommit(false);
            statement.execute("lock table page_applicant in share row exclusive mode");

            Future<ApiAnswer> one = callers.submit(() -> post(page, filled()));
            Future<ApiAnswer> another = callers.submit(() -> post(page, filled()));
            Eventually.get(() -> waiting(statement), count -> count == 2);
            owner.commit();

            one.get().expect(303);
            another.get().expect(303);
        }
        JsonNode applications = rita.get("/v1/applications?jobId=" + job).json().path("items");
        assertThat(applications).hasSize(2);
        assertThat(applications)
                .extracting(application -> application.path("candidateId").asString())
                .doesNotHaveDuplicates();
    }

    private static int waiting(Statement statement) {
        try (ResultSet row =
                statement.executeQuery(
                        "select count(*) from pg_locks where relation = 'page_applicant'::regclass and not granted")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void eachFieldAtFaultIsNamedAndNothingIsKept() {
        String job = openJob();

        String answer =
                post(
                                pageOf(job),
                                new LinkedHashMap<>(
                                        Map.of(
                                                "email",
                                                "nobody",
                                                "text",
                                                "https://127.0.0.1/badge",
                                                "src",
                                                "\"><script>")))
                        .expect(422)
                        .text();

        assertThat(answer)
                .containsSubsequence("#givenName", "#email", "#text", "#processing")
                .contains("aria-invalid=\"true\"")
                .doesNotContain("<script>");
        assertThat(rita.get("/v1/applications?jobId=" + job).json().path("items")).isEmpty();
    }

    @Test
    void aCvIsKeptAndOneOfNoKindThatIsTakenIsNamed() {
        String job = openJob();
        String page = pageOf(job);

        assertThat(withCv(page, "cv.pdf", new byte[] {'M', 'Z', 0, (byte) 0xff}).expect(422).text())
                .contains("#cv\"", "none of the kinds that are taken", "choose them again");
        assertThat(withCv(page, "cv.pdf", new byte[5 * 1024 * 1024 + 1]).expect(422).text())
                .contains("larger than 5 MiB");
        assertThat(withCv(page, "cv.pdf", new byte[9 * 1024 * 1024]).expect(413).text())
                .contains("too large in all", "what you wrote is still there");
        assertThat(rita.get("/v1/applications?jobId=" + job).json().path("items")).isEmpty();
        withCv(page, "My life.exe", "%PDF-1.7\n%%EOF".getBytes(UTF_8)).expect(303);

        String application =
                rita.get("/v1/applications?jobId=" + job).json().at("/items/0/id").asString();
        assertThat(
                        rita.get("/v1/applications/" + application + "/attachments")
                                .expect(200)
                                .json()
                                .path("items")
                                .toString())
                .contains("application/pdf", "My life");
    }

    @Test
    void anAddressThatIsNoPageSaysSoInAPageLikeThoseAroundIt() {
        ApiClient browser = anyone.with("Accept", "text/html,*/*;q=0.8");
        for (String path :
                List.of("/jobs", "/jobs/harbor-analytics", "/jobs/a/b/c/d", "/me/nowhere")) {
            ApiAnswer none = browser.get(path).expect(404);

            assertThat(none.header("Content-Type").orElse("")).startsWith("text/html");
            assertThat(none.header("Content-Security-Policy").orElse("")).contains("sha256-");
            assertThat(none.text())
                    .as(path)
                    .contains("There is no such page", "noindex", "<style>")
                    .doesNotContain("/console", "<script");
        }
        assertThat(browser.post(pageOf(openJob()), FORM, new byte[0]).expect(405).text())
                .contains("could not be understood", "<style>");
    }

    private ApiAnswer withCv(String page, String name, byte[] content) {
        String edge = "----" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        filled().forEach((field, value) ->
                head.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(edge, field, value)));
        head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"%s\"\r\n\r\n"
                        .formatted(edge, name));
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.toString().getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(edge).getBytes(UTF_8));
        return anyone.post(
                page + "/apply", "multipart/form-data; boundary=" + edge, body.toByteArray());
    }

    private Map<String, String> filled() {
        return new LinkedHashMap<>(
                Map.of(
                        "givenName",
                        "Kim",
                        "familyName",
                        "Example",
                        "email",
                        address,
                        "processing",
                        "yes"));
    }

    private ApiAnswer post(String page, Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return anyone.post(page + "/apply", FORM, body.getBytes(UTF_8));
    }

    private String pageOf(String job) {
        String link = linkOf(job);
        return link.substring(0, link.indexOf('?'));
    }

    /** As a job board has it, which says that somebody came by the board. */
    private String linkOf(String job) {
        Matcher links = LINK.matcher(partner.get("/v1/partner/feeds/rss").expect(200).text());
        while (links.find()) {
            if (links.group(1).contains(job)) {
                return links.group(1);
            }
        }
        throw new AssertionError("the job is in no feed");
    }

    private String openJob() {
        return harbor.openJob(requirement(skill, 3));
    }

    private void become(String job, String status) {
        String path = "/v1/jobs/" + job;
        rita.patch(path, rita.get(path).etag(), "{\"status\":\"%s\"}".formatted(status))
                .expect(200);
    }
}
