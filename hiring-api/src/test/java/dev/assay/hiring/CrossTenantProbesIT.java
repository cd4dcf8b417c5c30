package dev.assay.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.GlobalTables;
import dev.assay.db.testkit.SchemaGate;
import dev.assay.db.testkit.SchemaRule;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.members.Members;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.TestKeycloak;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ten thousand attempts to get at Harbor's things from Cedar, over every operation there is and
 * with every kind of id; and proof that the gates behind them would tell (design/reliability.md,
 * 5).
 */
@Tag("long")
@WithDatabase
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrossTenantProbesIT {

    private static final int PROBES = 10_000;
    private static final int IDS_A_COLUMN = 40;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final Pattern PIN =
            Pattern.compile(
                    "(?:\"?\\w+\"?\\.)?\"?employer_id\"? = (?:cast\\(\\? as uuid\\)|\\?(?:::uuid)?)");

    @TempDir private static Path pinned;

    private static ApplicationUnderTest node;
    private static TestDatabase database;
    private static UUID harbor;
    private static UUID cedar;
    private static List<UUID> foreign;
    private static List<String> tables;

    @BeforeAll
    static void seedBoth(TestDatabase test) throws SQLException {
        database = test;
        URI issuer = TestKeycloak.get().issuer();
        node =
                ApplicationUnderTest.start(
                        HiringApplication.class,
                        test,
                        issuer,
                        "spring.profiles.active=sample",
                        "assay.fetch.pinned-documents=" + pinned,
                        "assay.limits.calls-per-minute=1000000",
                        "assay.limits.costly-calls-per-minute=1000000");
        harbor = employer(Organization.HARBOR_ANALYTICS);
        cedar = employer(Organization.CEDAR_HEALTH);
        // No permission that is missing shall answer in the place of tenancy.
        Members members = node.bean(Members.class);
        for (EmployerRole role : Set.of(EmployerRole.HR_ADMIN, EmployerRole.RECRUITER)) {
            members.adopt(
                    new Actor.Service(new EmployerId(cedar), "probes"),
                    Map.of(
                            UUID.fromString(Person.OMAR.subject()), role,
                            UUID.fromString(Person.SAM.subject()), role));
        }
        tables = tenantTables();
        foreign = idsOnlyHarborHas();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    @Order(1)
    void noProbeTellsAnothersThingFromNone() throws SQLException {
        assertThat(foreign).hasSizeGreaterThan(300);
        List<String[]> operations = operationsWithVariables();
        Map<String, JsonNode> bodies = exampleBodies();
        Map<String, String> before = harborsRows();
        List<ApiClient> callers =
                List.of(api().as(Person.OMAR), api().as(Person.SAM).at(Organization.CEDAR_HEALTH));
        SplittableRandom random = new SplittableRandom(20261125);
        Map<Integer, Integer> statuses = new TreeMap<>();
        int made = 0;
        while (made < PROBES) {
            for (String[] operation : operations) {
                UUID id = foreign.get(random.nextInt(foreign.size()));
                ApiClient caller = callers.get(made % callers.size());
                String name = operation[0] + " " + operation[1];
                @Nullable JsonNode body = bodies.get(name);
                ApiAnswer theirs = probe(caller, operation, id, body);
                ApiAnswer nobodys = probe(caller, operation, UUID.randomUUID(), body);

                assertThat(theirs.status())
                        .as("%s with %s: %s", name, id, theirs.text())
                        .isEqualTo(nobodys.status());
                assertThat(told(theirs)).as("%s with %s", name, id).isEqualTo(told(nobodys));
                assertThat(theirs.status())
                        .as("%s with %s: %s", name, id, theirs.text())
                        .isBetween(400, 499);
                statuses.merge(theirs.status(), 1, Integer::sum);
                made++;
            }
        }
        System.out.printf(
                "Cross-tenant probes: %d over %d operations with %d foreign ids; answers %s%n",
                made, operations.size(), foreign.size(), statuses);
        assertThat(statuses.getOrDefault(404, 0))
                .as("probes that got past the checks of form")
                .isGreaterThan(made / 2);
        assertThat(harborsRows()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void noListHoldsAnythingOfHarbors() {
        ApiClient omar = api().as(Person.OMAR);
        int lists = 0;
        for (String[] operation : operations()) {
            if (!operation[0].equals("GET") || operation[1].contains("{")) {
                continue;
            }
            String text = omar.get(operation[1]).text();
            for (UUID id : foreign) {
                assertThat(text).as("GET %s", operation[1]).doesNotContain(id.toString());
            }
            lists++;
        }
        assertThat(lists).isGreaterThanOrEqualTo(4);
    }

    @Test
    @Order(3)
    void everyPredicateThatGoesMissingIsSeen() {
        int stripped = 0;
        for (String sql : node.gate().seen()) {
            Matcher pin = PIN.matcher(sql);
            if (sql.startsWith("insert") || !pin.find() || !node.gate().check(sql).isEmpty()) {
                continue;
            }
            String without = PIN.matcher(sql).replaceAll("1 = 1");
            boolean tenantTable =
                    tables.stream().anyMatch(table -> sql.matches("(?s).*\\b" + table + "\\b.*"));
            if (tenantTable) {
                assertThat(node.gate().check(without)).as(without).isNotEmpty();
                stripped++;
            }
        }
        System.out.printf(
                "Statements stripped of their employer, and each refused: %d%n", stripped);
        assertThat(stripped).isGreaterThan(40);
    }

    @Test
    @Order(4)
    void everyPolicyThatGoesMissingIsSeenAndMatters() throws SQLException {
        int exposed = 0;
        try (Connection owner = database.ownerDataSource().getConnection()) {
            assertThat(SchemaGate.check(owner)).isEmpty();
            for (String table : tables) {
                String policy = policyOf(owner, table);
                execute(owner, "alter table %s disable row level security".formatted(table));
                assertThat(SchemaGate.check(owner))
                        .as(table)
                        .anyMatch(found -> found.rule() == SchemaRule.ROW_LEVEL_SECURITY);
                exposed += seenFromCedar(table) > 0 ? 1 : 0;
                execute(owner, "alter table %s enable row level security".formatted(table));

                execute(owner, "alter policy %s on %s using (true)".formatted(policy, table));
                assertThat(SchemaGate.check(owner))
                        .as(table)
                        .anyMatch(found -> found.rule() == SchemaRule.POLICY);
                execute(
                        owner,
                        ("alter policy %s on %s using (employer_id ="
                                        + " nullif(current_setting('assay.employer_id', true), '')::uuid)")
                                .formatted(policy, table));
                assertThat(seenFromCedar(table)).as(table).isZero();
            }
            assertThat(SchemaGate.check(owner)).isEmpty();
        }
        assertThat(exposed)
                .as("tables whose rows a missing policy would have shown")
                .isGreaterThan(10);
    }

    private static ApiAnswer probe(
            ApiClient caller, String[] operation, UUID id, @Nullable JsonNode body) {
        String path = VARIABLE.matcher(operation[1]).replaceAll(id.toString());
        ApiClient prepared = caller.with("If-Match", "\"1\"");
        if (operation[0].equals("GET") || operation[0].equals("DELETE")) {
            return prepared.call(operation[0], path);
        }
        return prepared.call(
                operation[0],
                path,
                ApiClient.JSON,
                (body == null ? "{}" : body.toString()).getBytes(StandardCharsets.UTF_8));
    }

    /** What the answer says, apart from the id that was asked for and the trace of the call. */
    private static String told(ApiAnswer answer) {
        if (answer.text().isEmpty()) {
            return answer.header("Content-Type").orElse("");
        }
        JsonNode body = answer.json();
        if (body instanceof ObjectNode problem) {
            problem.remove("traceId");
            problem.remove("instance");
        }
        return answer.header("Content-Type").orElse("") + body;
    }

    private static ApiClient api() {
        return ApiClient.of(node);
    }

    private static List<String[]> operationsWithVariables() {
        List<String[]> found =
                operations().stream().filter(operation -> operation[1].contains("{")).toList();
        assertThat(found).hasSizeGreaterThanOrEqualTo(9);
        return found;
    }

    private static List<String[]> operations() {
        List<String[]> operations = new ArrayList<>();
        node.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    for (String path : mapping.getPatternValues()) {
                        for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                            if (path.startsWith("/v1/")) {
                                operations.add(new String[] {method.name(), path});
                            }
                        }
                    }
                });
        operations.sort((a, b) -> (a[1] + a[0]).compareTo(b[1] + b[0]));
        return operations;
    }

    /** A body that would be taken, for every operation that documents one. */
    private static Map<String, JsonNode> exampleBodies() {
        Map<String, JsonNode> bodies = new HashMap<>();
        JsonNode paths = api().get("/v1/openapi.json").expect(200).json().path("paths");
        paths.forEachEntry((path, methods) ->
                methods.forEachEntry((method, operation) -> {
                    for (JsonNode content : operation.path("requestBody").path("content")) {
                        for (JsonNode example : content.path("examples")) {
                            bodies.putIfAbsent(
                                    method.toUpperCase(java.util.Locale.ROOT) + " " + path,
                                    example.path("value"));
                        }
                    }
                }));
        return bodies;
    }

    private static List<UUID> idsOnlyHarborHas() throws SQLException {
        Set<UUID> harbors = ids(harbor);
        harbors.removeAll(ids(cedar));
        try (Connection owner = database.ownerDataSource().getConnection();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select id from skill")) {
            while (row.next()) {
                harbors.remove(row.getObject(1, UUID.class));
            }
        }
        for (Person person : Person.values()) {
            harbors.remove(UUID.fromString(person.subject()));
        }
        return List.copyOf(harbors);
    }

    private static Set<UUID> ids(UUID employer) throws SQLException {
        Set<UUID> ids = new LinkedHashSet<>();
        try (Connection owner = database.ownerDataSource().getConnection()) {
            for (String table : tables) {
                for (String column : uuidColumns(owner, table)) {
                    try (Statement statement = owner.createStatement();
                            ResultSet row =
                                    statement.executeQuery(
                                            "select distinct %2$s from %1$s where employer_id = '%3$s' and %2$s is not null limit %4$d"
                                                    .formatted(
                                                            table,
                                                            column,
                                                            employer,
                                                            IDS_A_COLUMN))) {
                        while (row.next()) {
                            ids.add(row.getObject(1, UUID.class));
                        }
                    }
                }
            }
        }
        return ids;
    }

    /** A digest of every row of Harbor's that no background work moves. */
    private static Map<String, String> harborsRows() throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection owner = database.ownerDataSource().getConnection();
                Statement statement = owner.createStatement()) {
            for (String table :
                    List.of("job", "application", "candidate", "credential", "issuer")) {
                try (ResultSet row =
                        statement.executeQuery(
                                "select count(*) || ' ' || md5(string_agg(t::text, ',' order by t::text)) from %s t where employer_id = '%s'"
                                        .formatted(table, harbor))) {
                    row.next();
                    rows.put(table, row.getString(1));
                }
            }
        }
        return rows;
    }

    private static UUID employer(Organization organization) throws SQLException {
        try (Connection owner = database.ownerDataSource().getConnection();
                Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select id from employer where alias = '%s'"
                                        .formatted(organization.alias()))) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static List<String> tenantTables() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection owner = database.ownerDataSource().getConnection()) {
            found.addAll(
                    column(owner, "select tablename from pg_tables where schemaname = 'public'"));
        }
        found.removeAll(GlobalTables.names());
        found.removeIf(table -> table.startsWith("databasechangelog"));
        assertThat(found).contains("job", "application", "credential", "person_key");
        return found;
    }

    private static List<String> uuidColumns(Connection owner, String table) throws SQLException {
        return column(
                owner,
                "select column_name from information_schema.columns where table_name = '%s' and data_type = 'uuid' and column_name <> 'employer_id'"
                        .formatted(table));
    }

    private static String policyOf(Connection owner, String table) throws SQLException {
        return column(
                        owner,
                        "select policyname from pg_policies where tablename = '%s' and permissive = 'PERMISSIVE'"
                                .formatted(table))
                .getFirst();
    }

    /** How many of Harbor's rows Cedar would see with no predicate of its own. */
    private static long seenFromCedar(String table) throws SQLException {
        try (Connection worker = database.workerDataSource().getConnection();
                Statement statement = worker.createStatement()) {
            worker.setAutoCommit(false);
            statement.execute("set local assay.employer_id = '" + cedar + "'");
            try (ResultSet row =
                    statement.executeQuery(
                            "select count(*) from %s where employer_id = '%s'"
                                    .formatted(table, harbor))) {
                row.next();
                return row.getLong(1);
            } finally {
                worker.rollback();
            }
        }
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
