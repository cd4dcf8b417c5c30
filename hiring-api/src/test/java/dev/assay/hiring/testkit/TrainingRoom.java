package dev.assay.hiring.testkit;

import dev.assay.hiring.platform.local.SampleRealm.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The worked example of docs/training-cost.md as an HR admin would keep it, over HTTP: an
 * arithmetic fixture, not a forecast.
 */
public final class TrainingRoom {

    private final ApiClient admin;

    public TrainingRoom(ApiClient api) {
        this.admin = api.as(Person.HANA);
    }

    /** A module that proven skills may replace: test out from 0.5, waive from 0.85. */
    public String module(
            String name,
            String skills,
            String hours,
            double assessment,
            double mentor,
            double fee,
            int session,
            int capacity,
            double residual) {
        return post(
                "/v1/training-modules",
                """
                {"name": "%s", "skills": [%s], "traineeHours": %s, "assessmentHours": {"value": %s}, "mentorHours": {"value": %s},
                 "seatFee": {"amount": {"value": %s}, "currency": "USD"},
                 "session": {"cost": {"amount": {"value": %d}, "currency": "USD"}, "capacity": %d},
                 "waiver": {"residualShare": %s, "testFrom": 0.5, "waiveFrom": 0.85}}
                """
                        .formatted(
                                name,
                                skills,
                                hours,
                                assessment,
                                mentor,
                                fee,
                                session,
                                capacity,
                                residual));
    }

    /** One skill of a module, by its share. */
    public static String share(String skillUri, double weight) {
        return "{\"skill\":{\"uri\":\"%s\"},\"weight\":%s}".formatted(skillUri, weight);
    }

    /** A skill that a role needs. */
    public static String need(String skillUri, int level, double weight) {
        return "{\"skill\":{\"uri\":\"%s\"},\"level\":%d,\"weight\":%s}"
                .formatted(skillUri, level, weight);
    }

    /** A number known exactly. */
    public static String exactly(double value) {
        return "{\"value\":%s}".formatted(value);
    }

    /** Least, most likely and most. */
    public static String pert(double least, double mostLikely, double most) {
        return "{\"distribution\":\"pert\",\"least\":%s,\"mostLikely\":%s,\"most\":%s}"
                .formatted(least, mostLikely, most);
    }

    /** Pay of an hour with on-costs of 42.35 %. */
    public String wage(String hourly) {
        return post(
                "/v1/wage-points",
                """
                {"region": "US", "hourly": {"amount": %s, "currency": "USD"}, "load": {"value": 1.4235},
                 "date": "2026-01-31", "source": "Sample wage table"}
                """
                        .formatted(hourly));
    }

    /** A role of 40 hours a week with mentors at 52 an hour and the offer of the example. */
    public String role(String skills, String modules, String wage, String ramp) {
        return post(
                "/v1/role-profiles",
                """
                {"name": "Data analyst", "onetCode": "15-2051.00", "skills": [%s], "hoursPerWeek": 40, "rampUp": %s,
                 "horizonWeeks": 26, "modules": [%s], "wagePointId": "%s",
                 "mentorHourly": {"amount": {"value": 52}, "currency": "USD"}, "currency": "USD",
                 "offer": {"stay": {"monthlyLoss": 0.02}, "onCost": 1.1, "premium": 0.1, "monthlyBenefit": 400}}
                """
                        .formatted(skills, ramp, modules, wage));
    }

    /** The whole example; skills in the order SQL, visualisation, statistics, domain knowledge. */
    public String workedExample(boolean exact, String... skills) {
        String sql =
                module(
                        "SQL",
                        share(skills[0], 1),
                        exact ? exactly(24) : pert(20, 24, 32),
                        1.5,
                        4,
                        300,
                        1800,
                        12,
                        0.1);
        String viz =
                module(
                        "Visualisation",
                        share(skills[1], 0.7) + "," + share(skills[2], 0.3),
                        exact ? exactly(16) : pert(12, 16, 24),
                        1,
                        3,
                        180,
                        1200,
                        12,
                        0.2);
        String tools =
                post(
                        "/v1/training-modules",
                        """
                        {"name": "Company tools", "traineeHours": {"value": 20}, "mentorHours": {"value": 8},
                         "seatFee": {"amount": {"value": 0}, "currency": "USD"},
                         "session": {"cost": {"amount": {"value": 900}, "currency": "USD"}, "capacity": 10}}
                        """);
        String compliance =
                post(
                        "/v1/training-modules",
                        """
                        {"name": "Compliance", "traineeHours": {"value": 4},
                         "seatFee": {"amount": {"value": 40}, "currency": "USD"}}
                        """);
        return role(
                String.join(
                        ",",
                        need(skills[0], 3, 0.4),
                        need(skills[1], 3, 0.2),
                        need(skills[2], 3, 0.1),
                        need(skills[3], 2, 0.3)),
                "\"%s\",\"%s\",\"%s\",\"%s\"".formatted(sql, viz, tools, compliance),
                wage(exact ? exactly(24) : pert(22, 24, 28)),
                exact
                        ? """
                        {"initialProductivity": {"value": 0.5}, "weeksTo95": {"value": 12}, "transfer": {"value": 0.25}}\
                        """
                        : """
                        {"initialProductivity": %s, "weeksTo95": %s, "transfer": %s}\
                        """
                                .formatted(
                                        pert(0.35, 0.5, 0.65),
                                        pert(8, 12, 20),
                                        pert(0, 0.25, 0.5)));
    }

    /** One thing of each kind; ids by their collection. */
    public Map<String, String> fill(String sql) {
        Map<String, String> things = new LinkedHashMap<>();
        String module = module("SQL", share(sql, 1), exactly(24), 1.5, 4, 300, 1800, 12, 0.1);
        String wage = wage(exactly(24));
        String role =
                role(
                        need(sql, 3, 1),
                        "\"" + module + "\"",
                        wage,
                        "{\"initialProductivity\":{\"value\":0.5},\"weeksTo95\":{\"value\":12}}");
        things.put("/v1/training-modules", module);
        things.put("/v1/wage-points", wage);
        things.put("/v1/role-profiles", role);
        things.put("/v1/exchange-rates", rate("CHF", "USD", "1.25", "2026-01-31"));
        things.put("/v1/assumptions", assumption(role, "mentorHourly", exactly(52), "USD an hour"));
        things.put(
                "/v1/training-estimates",
                post(
                        "/v1/training-estimates",
                        "{\"roleProfileId\":\"%s\",\"draws\":256}".formatted(role)));
        things.put(
                "/v1/cohort-plans",
                post(
                        "/v1/cohort-plans",
                        "{\"roleProfileId\":\"%s\",\"hires\":[{}],\"draws\":256}".formatted(role)));
        things.put(
                "/v1/sponsorship-plans",
                post(
                        "/v1/sponsorship-plans",
                        "{\"roleProfileId\":\"%s\",\"hires\":[{}],\"offers\":[]}".formatted(role)));
        return things;
    }

    /** A line of a role's ledger that agrees with the input. */
    public String assumption(String role, String input, String value, String unit) {
        return post(
                "/v1/assumptions",
                """
                {"roleProfileId": "%s", "input": "%s", "value": %s, "unit": "%s", "source": "Sample wage table",
                 "date": "2026-01-31", "owner": "Analytics lead"}
                """
                        .formatted(role, input, value, unit));
    }

    /** What a currency was worth on a day. */
    public String rate(String from, String to, String rate, String date) {
        return post(
                "/v1/exchange-rates",
                """
                {"from": "%s", "to": "%s", "rate": %s, "date": "%s", "source": "Sample rate table"}
                """
                        .formatted(from, to, rate, date));
    }

    /** Estimates; returns what was answered. */
    public ApiAnswer estimate(String order) {
        return admin.post("/v1/training-estimates", order);
    }

    /** What the example's hire is supposed to show. */
    public static String supposed(String... skills) {
        return """
        [{"credential": "sql-badge", "skill": {"uri": "%s"}, "level": 3, "strength": 0.95},
         {"credential": "viz-badge", "skill": {"uri": "%s"}, "level": 3, "strength": 0.80},
         {"credential": "viz-badge", "skill": {"uri": "%s"}, "level": 3, "strength": 0.50}]
        """
                .formatted(skills[0], skills[1], skills[2]);
    }

    /** Changes something of this room for good. */
    public JsonNode change(String path, String mergePatch) {
        ApiAnswer before = admin.get(path).expect(200);
        return admin.patch(path, before.etag(), mergePatch).expect(200).json();
    }

    private String post(String path, String body) {
        return admin.post(path, body).expect(201).id();
    }
}
