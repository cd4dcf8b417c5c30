package dev.assay.hiring;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.security.OpenToAnyone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "dev.assay.hiring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.assay.hiring.";

    @ArchTest
    static final ArchRule ONE_DOOR_TO_TRANSACTIONS =
            noClasses()
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.springframework.transaction.."))
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(ThreadLocal.class)
                    .because("the tenant is set in TenantTransaction and in no other way");

    @ArchTest
    static final ArchRule SQL_BEHIND_REPOSITORIES =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Repository")
                    .and()
                    .haveNameNotMatching(".*Repository\\$.*")
                    .and()
                    .resideOutsideOfPackages(ROOT + "platform.persistence", ROOT + "platform.local")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("org.jooq..", "dev.assay.db.jooq..", "java.sql"))
                    .because("SQL in one kind of place can be reviewed")
                    .as("only repositories speak SQL");

    @ArchTest
    static final ArchRule REPOSITORIES_BELONG_TO_THEIR_FEATURE =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Repository")
                    .should()
                    .notBePublic()
                    .because("another feature asks the facade");

    @ArchTest
    static final ArchRule ONE_CLOCK =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "platform.time", ROOT + "platform.local")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(OffsetDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("time that is given can be tested");

    @ArchTest
    static final ArchRule EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(RestController.class)
                    .and()
                    .areMetaAnnotatedWith(RequestMapping.class)
                    .should()
                    .beAnnotatedWith(Allowed.class)
                    .orShould()
                    .beAnnotatedWith(OpenToAnyone.class)
                    .because("an endpoint without it answers nobody");

    /** Verifying makes nothing; a form on a page sends no header, and goes back to a page. */
    @ArchTest
    static final ArchRule WHAT_MAKES_SOMETHING_TAKES_AN_IDEMPOTENCY_KEY =
            methods()
                    .that()
                    .areAnnotatedWith(PostMapping.class)
                    .and()
                    .areDeclaredInClassesThat()
                    .haveNameNotMatching(
                            ".*(Verification|Confirmation|CandidatePage|PostingPage)Controller")
                    .should()
                    .haveRawReturnType(Deed.class)
                    .because("a call that seems lost is repeated, and must not be done twice");

    @ArchTest
    static final ArchRule WEB_IS_THE_TOP =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..web..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    ROOT + "members.web..",
                                    ROOT + "skills.web..",
                                    ROOT + "issuers.web..",
                                    ROOT + "mappings.web..",
                                    ROOT + "evidence.web..",
                                    ROOT + "jobs.web..",
                                    ROOT + "candidates.web..",
                                    ROOT + "credentials.web..",
                                    ROOT + "applications.web..",
                                    ROOT + "dossier.web..",
                                    ROOT + "scoring.web..",
                                    ROOT + "training.web..",
                                    ROOT + "interviews.web..",
                                    ROOT + "offers.web..",
                                    ROOT + "insights.web..",
                                    ROOT + "intake.web..",
                                    ROOT + "disputes.web..",
                                    ROOT + "records.web..",
                                    ROOT + "selfservice.web..",
                                    ROOT + "postings.web..",
                                    ROOT + "webhooks.web..",
                                    ROOT + "partners.web..",
                                    ROOT + "boards.web..",
                                    ROOT + "timeline.web..",
                                    ROOT + "compliance.web.."))
                    .because("controllers translate, and nothing is built upon them");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION =
            noFields()
                    .should()
                    .beAnnotatedWith(Autowired.class)
                    .orShould()
                    .beAnnotatedWith(Value.class)
                    .because("what a class needs is in its constructor");

    @ArchTest
    static final ArchRule REPORTS_COME_FROM_VERIFICATION =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "credentials")
                    .should()
                    .callConstructor(
                            VerificationReport.class,
                            dev.assay.credential.report.CredentialFormat.class,
                            java.util.Optional.class,
                            java.util.List.class,
                            java.util.Optional.class,
                            java.util.Optional.class,
                            java.util.Optional.class)
                    .because("holding a report must mean that somebody looked");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    /**
     * Each feature with all it may see of the others; {@code shared} and what is not listed aside.
     */
    private static final Map<String, Set<String>> BELOW =
            Map.ofEntries(
                    entry("shared", Set.of()),
                    entry("platform", Set.of()),
                    entry("members", Set.of("platform")),
                    entry("skills", Set.of("platform")),
                    entry("issuers", Set.of("platform")),
                    entry("mappings", Set.of("platform", "issuers", "skills")),
                    entry("jobs", Set.of("platform", "members", "references", "skills")),
                    entry("candidates", Set.of("platform")),
                    entry("credentials", Set.of("platform", "candidates", "issuers", "skills")),
                    entry("applications", Set.of("platform", "jobs", "candidates")),
                    entry(
                            "dossier",
                            Set.of("platform", "applications", "candidates", "jobs", "members")),
                    entry("evidence", Set.of("platform", "applications", "candidates", "skills")),
                    entry(
                            "scoring",
                            Set.of(
                                    "platform",
                                    "evidence",
                                    "applications",
                                    "candidates",
                                    "credentials",
                                    "skills",
                                    "issuers",
                                    "mappings",
                                    "jobs")),
                    entry(
                            "training",
                            Set.of(
                                    "platform",
                                    "applications",
                                    "candidates",
                                    "scoring",
                                    "skills",
                                    "jobs")),
                    entry(
                            "interviews",
                            Set.of(
                                    "platform",
                                    "evidence",
                                    "applications",
                                    "candidates",
                                    "skills",
                                    "jobs")),
                    entry(
                            "offers",
                            Set.of("platform", "training", "applications", "candidates", "jobs")),
                    entry(
                            "insights",
                            Set.of(
                                    "platform",
                                    "offers",
                                    "training",
                                    "applications",
                                    "credentials",
                                    "jobs")),
                    entry(
                            "intake",
                            Set.of(
                                    "platform",
                                    "dossier",
                                    "applications",
                                    "candidates",
                                    "credentials",
                                    "jobs",
                                    "references",
                                    "scoring")),
                    entry("webhooks", Set.of("platform")),
                    entry("searches", Set.of("platform", "intake", "candidates", "jobs")),
                    entry("references", Set.of("platform")),
                    entry(
                            "disputes",
                            Set.of(
                                    "platform",
                                    "scoring",
                                    "evidence",
                                    "applications",
                                    "candidates",
                                    "members",
                                    "credentials")),
                    entry(
                            "records",
                            Set.of("platform", "applications", "candidates", "credentials")),
                    entry(
                            "selfservice",
                            Set.of(
                                    "platform",
                                    "disputes",
                                    "intake",
                                    "records",
                                    "scoring",
                                    "applications",
                                    "candidates",
                                    "credentials",
                                    "jobs")),
                    entry(
                            "postings",
                            Set.of(
                                    "platform",
                                    "intake",
                                    "applications",
                                    "candidates",
                                    "credentials",
                                    "dossier",
                                    "jobs",
                                    "skills")),
                    entry(
                            "partners",
                            Set.of(
                                    "platform",
                                    "postings",
                                    "webhooks",
                                    "intake",
                                    "applications",
                                    "candidates",
                                    "credentials",
                                    "demographics",
                                    "jobs",
                                    "skills")),
                    entry(
                            "boards",
                            Set.of("platform", "partners", "intake", "jobs", "demographics")),
                    entry("demographics", Set.of("platform", "applications", "candidates", "jobs")),
                    entry("timeline", Set.of("platform", "applications", "candidates")),
                    entry(
                            "compliance",
                            Set.of("platform", "applications", "candidates", "credentials")));

    @ArchTest
    static void featuresSeeOnlyWhatIsBelowThem(JavaClasses imported) {
        BELOW.forEach((feature, below) ->
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + feature + "..")
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        BELOW.keySet().stream()
                                                .filter(other -> !other.equals(feature))
                                                .filter(other -> !other.equals("shared"))
                                                .filter(other -> !below.contains(other))
                                                .map(other -> ROOT + other + "..")
                                                .toArray(String[]::new)))
                        .because("arrows between features point down only")
                        .check(imported));
    }
}
