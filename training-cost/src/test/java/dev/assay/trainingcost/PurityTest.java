package dev.assay.trainingcost;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(
        packages = "dev.assay.trainingcost",
        importOptions = ImportOption.DoNotIncludeTests.class)
class PurityTest {

    @ArchTest
    static final ArchRule knowsNoFrameworkDatabaseOrNetwork =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.jooq..",
                            "java.sql..",
                            "javax.sql..",
                            "jakarta.servlet..",
                            "java.net..",
                            "java.io..",
                            "java.nio.file..",
                            "javax.money.convert..")
                    .because("callers bring everything in; nothing is looked up");

    @ArchTest
    static final ArchRule readsNoClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .because("the same request must give the same digits on any day");

    @ArchTest
    static final ArchRule drawsOnlyFromSeeds =
            noClasses()
                    .should()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.security.SecureRandom")
                    .because("the same request must give the same digits");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.assay.trainingcost.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule modelRestsOnNothingElseHere =
            noClasses()
                    .that()
                    .resideInAPackage("..model")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.assay.trainingcost",
                            "..trainingcost.rule..",
                            "..trainingcost.simulate..")
                    .because("a model that knows its rules cannot be read on its own");

    @ArchTest
    static final ArchRule rulesDrawNothing =
            noClasses()
                    .that()
                    .resideInAPackage("..rule")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.assay.trainingcost", "..trainingcost.simulate..")
                    .because("rules are pure functions");
}
