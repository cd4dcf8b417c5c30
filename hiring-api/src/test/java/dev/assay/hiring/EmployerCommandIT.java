package dev.assay.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.platform.security.OrganizationsClaim;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Newcomers;
import dev.assay.hiring.testkit.TestKeycloak;
import dev.assay.hiring.testkit.WithApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operator's command beside a running node, with a real Keycloak. */
@WithApplication
class EmployerCommandIT {

    private static final Pattern ID = Pattern.compile("id ([0-9a-f-]{36})");

    private final ApplicationUnderTest node;
    private final TestDatabase database;
    private final ApiClient api;
    private final Newcomers newcomers;

    private final String alias = "e-" + UUID.randomUUID();
    private final String kim = Newcomers.address();

    EmployerCommandIT(ApplicationUnderTest node, TestDatabase database, ApiClient api) {
        this.node = node;
        this.database = database;
        this.api = api;
        this.newcomers = new Newcomers(node);
    }

    @Test
    void theFirstHrAdminGetsMailSignsInActsAndIsAlone() {
        Outcome outcome = create("Quayside " + alias);

        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains(alias, kim, "Mail has been queued");
        assertThat(newcomers.mailTo(administratorOf(outcome), kim)).contains("Quayside", kim);
        ApiClient admin = api.withToken(newcomers.tokenOf(kim));
        String job =
                admin.post("/v1/jobs", "{\"title\":\"A\",\"description\":\"B\"}").expect(201).id();
        assertThat(admin.get("/v1/members").expect(200).json().path("items")).hasSize(1);
        assertThat(admin.get("/v1/jobs").json().path("items")).hasSize(1);
        admin.with("Assay-Employer", "harbor-analytics")
                .get("/v1/jobs")
                .expectProblem(403, "forbidden");
        api.as(Person.RITA).get("/v1/jobs/" + job).expectProblem(404, "not-found");
        api.as(Person.RITA)
                .with("Assay-Employer", alias)
                .get("/v1/jobs")
                .expectProblem(403, "forbidden");
    }

    @Test
    void doingItTwiceMakesNothingTwice() {
        Outcome first = create("Quayside " + alias);
        Outcome again = create("Quayside " + alias);

        assertThat(again.code()).as(again.text()).isZero();
        assertThat(employerIn(again)).isEqualTo(employerIn(first));
        assertThat(
                        node.bean(dev.assay.hiring.members.Members.class)
                                .list(
                                        administratorOf(again),
                                        java.util.Optional.empty(),
                                        dev.assay.hiring.shared.PageSize.DEFAULT)
                                .items())
                .hasSize(1);
    }

    @Test
    void anAliasThatIsTakenIsRefusedAndStaysAsItIs() {
        create("Quayside " + alias);

        Outcome taken = create("Another name");

        assertThat(taken.code()).isEqualTo(1);
        assertThat(taken.text()).contains("is the employer “Quayside");
    }

    @Test
    void anAccountThatIsThereAlreadyIsInvitedAndKeepsItsPassword() {
        Outcome outcome = create("Quayside " + alias, "sam@harbor-analytics.example");

        assertThat(outcome.code()).as(outcome.text()).isZero();
        var sams =
                node.bean(Employers.class)
                        .of(
                                UUID.fromString(Person.SAM.subject()),
                                OrganizationsClaim.of(Map.of(alias, Map.of())));
        assertThat(sams).hasSize(1);
        assertThat(newcomers.mailTo(administratorOf(outcome), "sam@harbor-analytics.example"))
                .doesNotContain("password");
    }

    private Outcome create(String name) {
        return create(name, kim);
    }

    private Outcome create(String name, String administrator) {
        var out = new ByteArrayOutputStream();
        int code =
                EmployerCommand.run(
                        new String[] {
                            "create",
                            "--alias",
                            alias,
                            "--name",
                            name,
                            "--admin-email",
                            administrator,
                            "--admin-given-name",
                            "Kim",
                            "--admin-family-name",
                            "Example"
                        },
                        settings(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        Duration.ofSeconds(60));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("assay.database.url", database.jdbcUrl());
        settings.put("assay.database.web.password", database.rolePasswords().web());
        settings.put("assay.database.worker.password", database.rolePasswords().worker());
        settings.put("assay.identity.issuer", TestKeycloak.get().issuer());
        settings.put("assay.identity.admin.client-secret", SampleRealm.PEOPLE_SECRET);
        settings.put("spring.profiles.active", "testkit");
        return settings;
    }

    private static EmployerId employerIn(Outcome outcome) {
        Matcher id = ID.matcher(outcome.text());
        assertThat(id.find()).as(outcome.text()).isTrue();
        return new EmployerId(UUID.fromString(id.group(1)));
    }

    private static Actor administratorOf(Outcome outcome) {
        return new Actor.Person(
                employerIn(outcome), UUID.randomUUID(), Set.of(EmployerRole.HR_ADMIN));
    }

    private record Outcome(int code, String text) {}
}
