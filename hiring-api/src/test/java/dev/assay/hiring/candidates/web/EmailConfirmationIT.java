package dev.assay.hiring.candidates.web;

import static dev.assay.hiring.testkit.HiringDesk.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.mail.Mails;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.Registry;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An applicant's own address: confirmed by link, or attested by a recruiter. */
@WithApplication(shared = true)
class EmailConfirmationIT {

    private static final Pattern LINK = Pattern.compile("https://assay\\.example(/me/confirm\\S+)");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ApplicationUnderTest node;
    private final ApiClient api;
    private final ApiClient rita;
    private final TestDatabase database;

    private final Actor admin;
    private final String address = Newcomers.address();

    EmailConfirmationIT(ApplicationUnderTest node, ApiClient api, TestDatabase database) {
        this.admin = SampleMembers.harborsAdministrator(node);
        this.node = node;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.database = database;
    }

    @Test
    void followingTheLinkAndPressingTheButtonLetsTheCredentialCount() {
        ApiAnswer application = applyUnconfirmed();
        assertThat(subject(application.json())).isEqualTo("email-unconfirmed");
        assertThat(score(application).path("score").asDouble()).isZero();
        String link = linkMailedTo(address);

        ApiAnswer page = api.get(link).expect(200);
        assertThat(page.text()).contains("<button>", "Harbor Analytics").doesNotContain(address);
        assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.header("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        // Scanners follow links; nothing has changed by that.
        api.get(link).expect(200);
        assertThat(subject(read(application))).isEqualTo("email-unconfirmed");

        assertThat(confirm(link).expect(200).text()).contains("is confirmed");

        assertThat(subject(read(application))).isEqualTo("ok");
        JsonNode settled =
                Eventually.get(() -> score(application), now -> now.path("score").asDouble() > 0);
        assertThat(settled.path("score")).isEqualTo(settled.path("potential"));
        assertThat(
                        rita.get("/v1/applications/" + application.id() + "/score/history")
                                .json()
                                .path("items")
                                .path(0)
                                .path("cause")
                                .asString())
                .isEqualTo("email-confirmed");
    }

    @Test
    void aLinkIsUsedOnce() throws SQLException {
        applyUnconfirmed();
        String link = linkMailedTo(address);

        confirm(link).expect(200);
        assertThat(confirm(link).expect(200).text()).doesNotContain("<button>");
        assertThat(api.get(link).expect(200).text()).doesNotContain("<button>");

        assertThat(
                        count(
                                "select count(*) from audit_entry where action = 'candidate.email-confirmed'"
                                        + " and subject_id = (select id from candidate where email = '%s')"
                                                .formatted(address)))
                .isEqualTo(1);
    }

    @Test
    void aLinkThatExpiredConfirmsNothing() throws SQLException {
        ApiAnswer application = applyUnconfirmed();
        String link = linkMailedTo(address);
        execute(
                "update email_confirmation set expires_at = now() - interval '1 second' where candidate_id ="
                        + " (select id from candidate where email = '%s')".formatted(address));

        api.get(link).expect(410);
        confirm(link).expect(410);

        assertThat(subject(read(application))).isEqualTo("email-unconfirmed");
    }

    @Test
    void aLinkThatWasAlteredIsUnknown() {
        applyUnconfirmed();
        String link = linkMailedTo(address);
        String altered = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");

        api.get(altered).expect(404);
        confirm(altered).expect(404);
        api.get("/me/confirm").expect(404);
        api.get("/me/confirm?t=%3Cscript%3E").expect(404);
    }

    @Test
    void noAddressGetsMoreThanAFewLinksADay() {
        for (int i = 0; i < 5; i++) {
            applyUnconfirmed();
        }
        linkMailedTo(address);

        assertThat(mailsTo(address)).isEqualTo(3);
    }

    @Test
    void whoWasVouchedForIsNotAskedWhetherTheAddressIsTheirs() {
        String job = openJob(newSkill());
        new HiringDesk(rita).apply(job, address);

        assertThat(new Newcomers(node).mailTo(admin, address))
                .doesNotContain("/me/confirm")
                .contains("/me/application");
    }

    @Test
    void aRecruiterAttestsTheAddressAndSaysHow() throws SQLException {
        ApiAnswer application = applyUnconfirmed();
        String path = attestation(application);
        String link = linkMailedTo(address);

        ApiAnswer attested = rita.post(path, attested("phone")).expect(200);

        assertThat(attested.json().path("emailStatus").asString()).isEqualTo("attested");
        assertThat(subject(read(application))).isEqualTo("ok");
        Eventually.get(() -> score(application), now -> now.path("score").asDouble() > 0);
        assertThat(
                        count(
                                "select count(*) from audit_entry where detail ->> 'method' = 'phone' and actor = 'person:%s'"
                                        .formatted(Person.RITA.subject())))
                .isPositive();
        rita.post(path, attested("phone")).expectProblem(409, "email-confirmed-already");
        assertThat(api.get(link).expect(200).text()).doesNotContain("<button>");
    }

    @Test
    void nobodyElseAttests() {
        String path = attestation(applyUnconfirmed());

        api.as(Person.ADA).post(path, attested("phone")).expectProblem(403, "forbidden");
        api.as(Person.OMAR).post(path, attested("phone")).expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"method\":\"a feeling\",\"checkedAt\":\"2026-01-02T00:00:00Z\" | 400 | wrong-type    | /method",
                "\"checkedAt\":\"2026-01-02T00:00:00Z\"                          | 422 | invalid-input | /method",
                "\"method\":\"phone\"                                            | 422 | invalid-input | /checkedAt",
                "\"method\":\"phone\",\"checkedAt\":\"2999-01-02T00:00:00Z\"     | 422 | invalid-input | /checkedAt"
            })
    void namesTheFieldAtFault(String members, int status, String code, String pointer) {
        rita.post(attestation(applyUnconfirmed()), "{" + members + "}")
                .expectProblem(status, code, pointer);
    }

    private ApiAnswer applyUnconfirmed() {
        String skill = newSkill();
        Badges school = new Badges();
        new Registry(api).register(school.issuerId(), "recognised");
        ObjectNode application = HiringDesk.application(address, school.badge(address, skill));
        ((ObjectNode) application.required("candidate")).put("emailVerified", false);
        return new HiringDesk(rita).submit(openJob(skill), application).expect(201);
    }

    private String newSkill() {
        return HiringDesk.newSkill(node, "SQL");
    }

    private String openJob(String skill) {
        return new HiringDesk(rita).openJob(requirement(skill, 1));
    }

    private ApiAnswer confirm(String link) {
        String query = URI.create(link).getRawQuery();
        return api.call("POST", "/me/confirm", FORM, query.getBytes(StandardCharsets.US_ASCII));
    }

    private String linkMailedTo(String recipient) {
        Matcher link = LINK.matcher(new Newcomers(node).mailTo(admin, recipient));
        assertThat(link.find()).isTrue();
        return Objects.requireNonNull(link.group(1));
    }

    private long mailsTo(String recipient) {
        return node
                .bean(Mails.class)
                .list(admin, Optional.empty(), new PageSize(200))
                .items()
                .stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .count();
    }

    private JsonNode read(ApiAnswer application) {
        return rita.get("/v1/applications/" + application.id()).expect(200).json();
    }

    private JsonNode score(ApiAnswer application) {
        return rita.get("/v1/applications/" + application.id() + "/score").expect(200).json();
    }

    private static String subject(JsonNode application) {
        for (JsonNode check :
                application.path("credentials").path(0).path("verification").path("checks")) {
            if (check.path("name").asString().equals("subject")) {
                return check.path("code").asString();
            }
        }
        throw new AssertionError("no subject check in " + application);
    }

    private static String attestation(ApiAnswer application) {
        return "/v1/candidates/%s/email-attestation"
                .formatted(application.json().path("candidateId").asString());
    }

    private static String attested(String method) {
        return "{\"method\":\"%s\",\"checkedAt\":\"2026-01-02T00:00:00Z\"}".formatted(method);
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
