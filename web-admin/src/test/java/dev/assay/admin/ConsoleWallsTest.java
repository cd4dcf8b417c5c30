package dev.assay.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Controller;

/** What the console may lean on: the features' front doors, and nothing behind them. */
@AnalyzeClasses(packages = "dev.assay.admin", importOptions = ImportOption.DoNotIncludeTests.class)
class ConsoleWallsTest {

    @ArchTest
    static final ArchRule SEES_NO_SQL =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.jooq..", "java.sql..", "dev.assay.db..")
                    .because("the console asks facades, which also ask who may do what");

    @ArchTest
    static final ArchRule SEES_NO_WEB_LAYER =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.assay.hiring..web..")
                    .because("the shapes of the HTTP contract are for its callers alone");

    @ArchTest
    static final ArchRule SEES_NO_ENGINE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("dev.assay.hiring.scoring.engine..")
                    .because("the console shows scores and computes none");

    @ArchTest
    static final ArchRule READS_CREDENTIALS_ONLY =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.assay.credential",
                            "dev.assay.credential.check..",
                            "dev.assay.credential.proof..",
                            "dev.assay.credential.format..",
                            "dev.assay.credential.issue..")
                    .because("verifying is the platform's; the console reads the reports");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_CLOSED =
            classes()
                    .that()
                    .areAnnotatedWith(Controller.class)
                    .should()
                    .notBePublic()
                    .because("pages are reached by their addresses");
}
