package dev.assay.hiring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.hiring.shared.InvalidInput;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What cannot be estimated by is refused when it is filed, with a pointer to the member. */
class TermsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SKILL = "019e0000-0000-7000-8000-000000000001";

    private static final String MODULE =
            """
            {"name": "SQL", "skills": [{"skill": "%s", "weight": 1}], "traineeHours": {"value": 24}, "assessmentHours": {"value": 1},
             "mentorHours": {"value": 1}, "seatFee": {"amount": {"value": 3}, "currency": "USD"},
             "waiver": {"testFrom": 0.5, "waiveFrom": 0.8}, "prerequisites": [], "auxiliary": false}
            """
                    .formatted(SKILL);
    private static final String ROLE =
            """
            {"name": "Analyst", "skills": [{"skill": "%s", "level": 3, "weight": 1}], "hoursPerWeek": 40,
             "rampUp": {"initialProductivity": {"value": 0.5}, "weeksTo95": {"value": 12}}, "horizonWeeks": 26, "modules": [],
             "wagePoint": "%s", "mentorHourly": {"amount": {"value": 52}, "currency": "USD"}, "currency": "USD",
             "offer": {"stay": {"monthlyLoss": 0.02}}}
            """
                    .formatted(SKILL, SKILL);
    private static final String WAGE =
            """
            {"region": "US", "hourly": {"amount": {"value": 24}, "currency": "USD"}, "load": {"value": 1.4}, "date": "2026-01-31",
             "source": "A table"}
            """;
    private static final String ASSUMPTION =
            """
            {"roleProfileId": "%s", "input": "wage.hourly", "value": {"value": 1}, "unit": "USD", "source": "A table",
             "date": "2026-01-31", "owner": "Finance"}
            """
                    .formatted(SKILL);

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(ModuleContent.class, MODULE, "/skills/0/weight", "0.999999", "/skills"),
                fault(ModuleContent.class, MODULE, "/skills/0/weight", "1.1", "/skills"),
                fault(ModuleContent.class, MODULE, "/traineeHours/value", "-1", "/traineeHours"),
                fault(
                        ModuleContent.class,
                        MODULE,
                        "/assessmentHours/value",
                        "-1",
                        "/assessmentHours"),
                fault(ModuleContent.class, MODULE, "/mentorHours/value", "-1", "/mentorHours"),
                fault(
                        ModuleContent.class,
                        MODULE,
                        "/traineeHours/value",
                        "1e999",
                        "/traineeHours/value"),
                fault(
                        ModuleContent.class,
                        MODULE,
                        "/seatFee/amount/value",
                        "-1",
                        "/seatFee/amount"),
                fault(
                        ModuleContent.class,
                        MODULE,
                        "/seatFee/currency",
                        "\"ZZZ\"",
                        "/seatFee/currency"),
                fault(
                        ModuleContent.class,
                        MODULE,
                        "/seatFee/currency",
                        "\"XAU\"",
                        "/seatFee/currency"),
                fault(ModuleContent.class, MODULE, "/session", session(0), "/session/capacity"),
                fault(
                        ModuleContent.class,
                        MODULE,
                        "/waiver/residualShare",
                        "1.5",
                        "/waiver/residualShare"),
                fault(ModuleContent.class, MODULE, "/waiver/waiveFrom", "0.4", "/waiver/waiveFrom"),
                fault(ModuleContent.class, MODULE, "/waiver/testFrom", "0", "/waiver/testFrom"),
                fault(
                        ModuleContent.class,
                        MODULE,
                        "/waiver/spotCheck",
                        "-0.1",
                        "/waiver/spotCheck"),
                fault(
                        ModuleContent.class,
                        MODULE,
                        "/waiver/passes",
                        "[{\"coverage\":0.5,\"chance\":0.9},{\"coverage\":0.6,\"chance\":0.8}]",
                        "/waiver/passes/1/chance"),
                fault(
                        ModuleContent.class,
                        MODULE,
                        "/waiver/passes",
                        "[{\"coverage\":2,\"chance\":1}]",
                        "/waiver/passes/0/coverage"),
                fault(ModuleContent.class, MODULE, "/skills", "[]", "/skills"),
                fault(RoleContent.class, ROLE, "/skills/0/weight", "0.5", "/skills"),
                fault(RoleContent.class, ROLE, "/skills/0/level", "6", "/skills/0/level"),
                fault(RoleContent.class, ROLE, "/skills/0/level", "0", "/skills/0/level"),
                fault(RoleContent.class, ROLE, "/hoursPerWeek", "169", "/hoursPerWeek"),
                fault(RoleContent.class, ROLE, "/horizonWeeks", "-1", "/horizonWeeks"),
                fault(
                        RoleContent.class,
                        ROLE,
                        "/rampUp/initialProductivity/value",
                        "0.95",
                        "/rampUp/initialProductivity"),
                fault(RoleContent.class, ROLE, "/rampUp/weeksTo95/value", "0", "/rampUp/weeksTo95"),
                fault(
                        RoleContent.class,
                        ROLE,
                        "/rampUp/transfer",
                        "{\"value\":1.1}",
                        "/rampUp/transfer"),
                fault(RoleContent.class, ROLE, "/currency", "\"ZZZ\"", "/currency"),
                fault(
                        RoleContent.class,
                        ROLE,
                        "/mentorHourly/amount/value",
                        "-2",
                        "/mentorHourly/amount"),
                fault(
                        RoleContent.class,
                        ROLE,
                        "/offer/stay/monthlyLoss",
                        "1",
                        "/offer/stay/monthlyLoss"),
                fault(RoleContent.class, ROLE, "/offer/stay/losses", "[0.1]", "/offer/stay"),
                fault(
                        RoleContent.class,
                        ROLE,
                        "/offer/stay",
                        "{\"shape\":1}",
                        "/offer/stay/scaleMonths"),
                fault(RoleContent.class, ROLE, "/offer/onCost", "0.9", "/offer/onCost"),
                fault(RoleContent.class, ROLE, "/offer/premium", "-0.1", "/offer/premium"),
                fault(
                        RoleContent.class,
                        ROLE,
                        "/modules",
                        "[\"%s\",\"%s\"]".formatted(SKILL, SKILL),
                        "/modules/1"),
                fault(WageContent.class, WAGE, "/hourly/amount/value", "-1", "/hourly/amount"),
                fault(WageContent.class, WAGE, "/load/value", "0.9", "/load"),
                fault(WageContent.class, WAGE, "/region", "\" \"", "/region"),
                fault(WageContent.class, WAGE, "/source", "\"\"", "/source"),
                fault(AssumptionContent.class, ASSUMPTION, "/unit", "\" \"", "/unit"),
                fault(
                        AssumptionContent.class,
                        ASSUMPTION,
                        "/value",
                        "{\"p10\":1}",
                        "/value/value"));
    }

    @ParameterizedTest(name = "{2} = {3}")
    @MethodSource("faults")
    void areRefusedByTheMemberAtFault(
            Class<? extends Term> type, String sound, String at, String value, String pointer) {
        ObjectNode broken = (ObjectNode) JSON.readTree(sound);
        String[] steps = at.substring(1).split("/");
        JsonNode parent = broken;
        for (int i = 0; i < steps.length - 1; i++) {
            parent =
                    parent.isArray()
                            ? parent.get(Integer.parseInt(steps[i]))
                            : parent.get(steps[i]);
        }
        ((ObjectNode) parent).set(steps[steps.length - 1], JSON.readTree(value));

        InvalidInput refused =
                catchThrowableOfType(
                        InvalidInput.class, () -> JSON.treeToValue(broken, type).requireSound());

        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.faults())
                .extracting(InvalidInput.Fault::pointer)
                .containsExactly(pointer);
    }

    @Test
    void thatAreSoundAreTakenAsTheyAre() {
        assertThatCode(
                        () -> {
                            JSON.readValue(MODULE, ModuleContent.class).requireSound();
                            JSON.readValue(ROLE, RoleContent.class).requireSound();
                            JSON.readValue(WAGE, WageContent.class).requireSound();
                            JSON.readValue(ASSUMPTION, AssumptionContent.class).requireSound();
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void aSessionAndAShortenedFormDoNotGoTogether() {
        ObjectNode module = (ObjectNode) JSON.readTree(MODULE);
        ((ObjectNode) module.get("waiver")).put("shortenFrom", 0.2);
        module.set("session", JSON.readTree(session(12)));

        InvalidInput refused =
                catchThrowableOfType(
                        InvalidInput.class,
                        () -> JSON.treeToValue(module, ModuleContent.class).requireSound());

        assertThat(refused.faults().getFirst().pointer()).isEqualTo("/waiver/shortenFrom");
    }

    private static Arguments fault(
            Class<? extends Term> type, String sound, String at, String value, String pointer) {
        return Arguments.of(type, sound, at, value, pointer);
    }

    private static String session(int capacity) {
        return "{\"cost\":{\"amount\":{\"value\":1800},\"currency\":\"USD\"},\"capacity\":%d}"
                .formatted(capacity);
    }
}
