package dev.assay.hiring.selfservice.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What candidates see and do by their link, from the mail to the withdrawal. */
@WithApplication(shared = true)
class CandidatePagesIT {

    private static final Pattern LINK =
            Pattern.compile("https://assay\\.example(/me/application\\S*)");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;
    private final String address = Newcomers.address();
    private final Actor admin;
    private final Badges school = new Badges();

    CandidatePagesIT(ApplicationUnderTest node, ApiClient api) {
        this.admin = SampleMembers.harborsAdministrator(node);
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
    }

    @Test
    void theMailedLinkShowsTheScoreTakesACredentialAndWithdraws() {
        new Registry(api).register(school.issuerId(), "trusted");
        String sql = HiringDesk.newSkill(node, "SQL");
        String figures = HiringDesk.newSkill(node, "Statistics <b>");
        String job = desk.openJob(requirement(sql, 4), requirement(figures, 1));
        String application = desk.apply(job, address, school.badge(address, sql));
        String link = linkMailed();

        ApiAnswer page = api.get(link).expect(200);
        assertThat(page.text())
                .contains(
                        "Harbor Analytics",
                        "Received",
                        "of 100 points proven",
                        "Statistics &lt;b&gt;")
                .contains(
                        "A skill at Quayside",
                        "Quayside College",
                        "no program here can turn anybody down")
                .contains("Add a credential", "Withdraw your application")
                .doesNotContain(address, "Kim", "<script", "Statistics <b>");
        assertThat(page.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'self'")
                .doesNotContain("unsafe");

        JsonNode receipt = api.get(at(link, "/receipt")).expect(200).json();
        assertThat(receipt.path("type").asString()).isEqualTo("ScoreReceiptForCandidate");
        assertThat(
                        api.post("/v1/receipts/verify", receipt.toString())
                                .expect(200)
                                .json()
                                .path("outcome")
                                .asString())
                .isNotEqualTo("failed");

        ApiAnswer record = api.get(at(link, "/record")).expect(200);
        assertThat(record.header("Content-Disposition").orElse("")).contains("attachment");
        assertThat(record.json().at("/credentialSubject/certifications").size()).isEqualTo(1);
        assertThat(record.json().at("/proof/cryptosuite").asString()).isEqualTo("eddsa-jcs-2022");

        assertThat(api.get(at(link, "/credentials")).expect(200).text())
                .contains("multipart/form-data", "type=\"file\"");
        JsonNode before = desk.score(application);
        form(at(link, "/credentials"), "text=").expect(422);
        form(at(link, "/credentials"), "text=" + encoded("https://127.0.0.1/badge")).expect(422);
        ApiAnswer added = file(at(link, "/credentials"), school.badge(address, figures).toString());
        added.expect(303);
        assertThat(added.header("Location").orElse("")).startsWith("/me/application?t=");
        assertThat(desk.score(application).path("score").asDouble())
                .isGreaterThan(before.path("score").asDouble());
        assertThat(api.get(link + "&done=credential").expect(200).text())
                .contains("Your credential has arrived");

        assertThat(api.get(at(link, "/withdrawal")).expect(200).text())
                .contains("cannot be undone");
        assertThat(phase(application)).isEqualTo("new");
        form(at(link, "/withdrawal"), "").expect(303);
        assertThat(phase(application)).isEqualTo("withdrawn");
        form(at(link, "/withdrawal"), "").expect(409);
        assertThat(api.get(link).expect(200).text())
                .contains("Nobody is looking at it any more", "You withdrew it")
                .doesNotContain("Add a credential", "Withdraw your application");
        form(at(link, "/credentials"), "text=eyJh.eyJi.c2ln").expect(409);
    }

    @Test
    void aRejectionIsExplainedByItsReasonAndTheScoreItWasTakenOn() {
        String sql = HiringDesk.newSkill(node, "SQL");
        String job = desk.openJob(requirement(sql, 4).put("mustHave", true));
        String application = desk.apply(job, address, school.badge(address, sql));
        rita.post(
                        "/v1/applications/" + application + "/transitions",
                        "{\"to\":\"rejected\",\"reason\":\"requirements-not-shown\"}")
                .expect(200);

        JsonNode told =
                rita.get("/v1/applications/" + application + "/explanation").expect(200).json();

        assertThat(told.at("/decision/reason").asString()).isEqualTo("requirements-not-shown");
        assertThat(told.path("decision").path("sentences").toString())
                .contains("what the job asks for was not shown", "A person decided this");
        assertThat(told.at("/score/sentences").toString()).contains("insists on is not proven yet");
        assertThat(told.at("/requirements/0/sentences").toString())
                .contains("Quayside College is not known here");
        assertThat(told.at("/credentials/0/state").asString()).isEqualTo("not-counted");
        assertThat(told.path("ways").size()).isPositive();
        assertThat(told.toString())
                .doesNotContain(address, "Kim", Person.RITA.subject().toString());
        assertThat(api.get(linkMailed()).expect(200).text())
                .contains("Not going on", "what the job asks for was not shown");
    }

    @Test
    void aLinkIsGoodUntilItIsRevokedAndForNothingElse() {
        String job = desk.openJob(requirement(HiringDesk.newSkill(node, "SQL"), 1));
        String application = desk.apply(job, address);
        String path = "/v1/applications/" + application + "/candidate-links";

        ApiAnswer mailed = rita.post(path, "{}").expect(201);
        assertThat(mailed.json().has("url")).isFalse();
        ApiAnswer handed = rita.post(path, "{\"mail\":false}").expect(201);
        String link = link(handed.json().path("url").asString());
        assertThat(api.get(link).expect(200).text()).contains("nothing to score");
        assertThat(rita.get(path).expect(200).text()).doesNotContain("?t=").contains("request");

        rita.call("DELETE", path + "/" + handed.id()).expect(204);
        rita.call("DELETE", path + "/" + handed.id()).expect(204);
        api.get(link).expect(410);
        form(at(link, "/withdrawal"), "").expect(410);
        assertThat(phase(application)).isEqualTo("new");

        String token = URI.create(link).getRawQuery();
        api.get("/me/application?" + token.substring(0, token.length() - 2) + "xx").expect(404);
        api.get("/me/application").expect(404);
        // Of the same server and key, and yet for another purpose.
        api.get("/me/confirm?" + token).expect(404);
        api.as(Person.ADA).post(path, "{}").expectProblem(403, "forbidden");
        api.as(Person.OMAR).post(path, "{}").expectProblem(404, "not-found");
    }

    @Test
    void whoseAddressIsUnconfirmedGetsTheLinkOnceItIs() {
        var unconfirmed = HiringDesk.application(address);
        ((tools.jackson.databind.node.ObjectNode) unconfirmed.required("candidate"))
                .put("emailVerified", false);
        String job = desk.openJob(requirement(HiringDesk.newSkill(node, "SQL"), 1));
        String application = desk.submit(job, unconfirmed).expect(201).id();
        String links = "/v1/applications/" + application + "/candidate-links";
        assertThat(rita.get(links).expect(200).json().path("items").size()).isZero();

        String mail = new Newcomers(node).mailTo(admin, address);
        Matcher confirm =
                Pattern.compile("https://assay\\.example/me/confirm\\?(\\S+)").matcher(mail);
        assertThat(confirm.find()).isTrue();
        api.call(
                        "POST",
                        "/me/confirm",
                        FORM,
                        Objects.requireNonNull(confirm.group(1)).getBytes(US_ASCII))
                .expect(200);

        assertThat(rita.get(links).expect(200).json().path("items").size()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoCredentialsSizeIsRefusedInWords() {
        String job = desk.openJob(requirement(HiringDesk.newSkill(node, "SQL"), 1));
        desk.apply(job, address);
        String link = linkMailed();

        ApiAnswer refused = file(at(link, "/credentials"), " ".repeat(1024 * 1024 + 1));

        assertThat(refused.expect(413).text()).contains("larger than 1 MiB");
    }

    private ApiAnswer form(String path, String fields) {
        URI target = URI.create(path);
        String body = target.getRawQuery() + (fields.isEmpty() ? "" : "&" + fields);
        return api.call("POST", target.getPath(), FORM, body.getBytes(US_ASCII));
    }

    private ApiAnswer file(String path, String content) {
        URI target = URI.create(path);
        String boundary = "a-boundary";
        String token = target.getRawQuery().substring("t=".length());
        String body =
                ("--%1$s\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\n%2$s\r\n"
                                + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"badge.json\"\r\n"
                                + "Content-Type: application/json\r\n\r\n%3$s\r\n--%1$s--\r\n")
                        .formatted(boundary, token, content);
        return api.call(
                "POST",
                target.getPath(),
                "multipart/form-data; boundary=" + boundary,
                body.getBytes(UTF_8));
    }

    private String linkMailed() {
        return link(new Newcomers(node).mailTo(admin, address));
    }

    private static String link(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return Objects.requireNonNull(link.group(1));
    }

    private static String at(String link, String page) {
        return link.replace("/me/application", "/me/application" + page);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private String phase(String application) {
        return rita.get("/v1/applications/" + application)
                .expect(200)
                .json()
                .path("phase")
                .asString();
    }
}
