package dev.assay.hiring.scoring.engine;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = EngineWallsTest.class, importOptions = DoNotIncludeTests.class)
class EngineWallsTest {

    private static final String ENGINE = "dev.assay.hiring.scoring.engine";

    @ArchTest
    static final ArchRule KNOWS_ONLY_ITSELF_AND_ARITHMETIC =
            classes()
                    .that()
                    .resideInAPackage(ENGINE)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAPackage(ENGINE)
                                    .or(
                                            resideInAnyPackage(
                                                    "java.lang..",
                                                    "java.math",
                                                    "java.util",
                                                    "java.util.function",
                                                    "java.util.regex",
                                                    "java.util.stream",
                                                    "java.nio",
                                                    "java.nio.charset",
                                                    "java.security",
                                                    "org.jspecify.annotations"))
                                    .or(
                                            nameMatching(
                                                    "java\\.time\\.(LocalDate|temporal\\.(ChronoUnit|Temporal))")))
                    .because(
                            "a score must replay digit for digit on any machine, so no framework,"
                                    + " database, network, file or clock may have a say in it");

    @ArchTest
    static final ArchRule ASKS_NOBODY_FOR_THE_TIME_OR_FOR_CHANCE =
            noClasses()
                    .should()
                    .callMethodWhere(
                            target(nameMatching("now|currentTimeMillis|nanoTime|randomUUID")))
                    .orShould()
                    .dependOnClassesThat(nameMatching(".*Random.*"))
                    .because("the submission date is an input; nothing may drift");

    @ArchTest
    static final ArchRule RECKONS_WITHOUT_FLOATING_POINT =
            noClasses()
                    .should()
                    .dependOnClassesThat(nameMatching("double|float|java\\.lang\\.(Double|Float)"))
                    .because("a double rounds where nobody sees it");
}
