package dev.assay.credential;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.assay.credential.cli.VerifyCommand;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

@AnalyzeClasses(
        packages = "dev.assay.credential",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule IT_IS_PLAIN_JAVA =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.jooq..",
                            "java.sql..",
                            "javax.sql..",
                            "jakarta.servlet..",
                            "dev.assay.hiring..",
                            "dev.assay.db..")
                    .because("anybody must be able to verify a badge without our platform");

    @ArchTest
    static final ArchRule IT_REACHES_NO_NETWORK =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.net.http..", "javax.net..", "java.nio.channels..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.net.Socket")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.net.URL")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.net.URLConnection")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.net.InetAddress")
                    .because("documents come in through DocumentSource, whose owner guards it");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LOOKS_AT_THE_CLOCK =
            noClasses()
                    .that(DescribedPredicate.not(belongToAnyOf(VerifyCommand.class)))
                    .should()
                    .callMethodWhere(readsTheSystemClock())
                    .because("the same instant must give the same report");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_TOUCHES_FILES_AND_STREAMS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.assay.credential.cli")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio.file..")
                    .because("bytes come in through the arguments");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.assay.credential.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CHECKS_ARE_REACHED_ONLY_THROUGH_THE_VERIFIER =
            classes()
                    .that()
                    .resideInAPackage("dev.assay.credential.check")
                    .should()
                    .onlyBeAccessed()
                    .byAnyPackage("dev.assay.credential", "dev.assay.credential.check")
                    .because("a check alone is not a verification");

    @ArchTest
    static final ArchRule WHAT_CALLERS_STORE_DEPENDS_ON_NOTHING_ABOVE_IT =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "dev.assay.credential.report",
                            "dev.assay.credential.model",
                            "dev.assay.credential.source")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.assay.credential",
                            "dev.assay.credential.check",
                            "dev.assay.credential.did",
                            "dev.assay.credential.format",
                            "dev.assay.credential.input",
                            "dev.assay.credential.jsonld",
                            "dev.assay.credential.jwt",
                            "dev.assay.credential.proof");

    private static DescribedPredicate<JavaMethodCall> readsTheSystemClock() {
        var clocks =
                Set.of(
                        Clock.class.getName(),
                        Instant.class.getName(),
                        InstantSource.class.getName(),
                        LocalDate.class.getName(),
                        LocalDateTime.class.getName(),
                        LocalTime.class.getName(),
                        OffsetDateTime.class.getName(),
                        ZonedDateTime.class.getName(),
                        System.class.getName());
        return DescribedPredicate.describe(
                "read the system's clock",
                call -> {
                    JavaClass owner = call.getTargetOwner();
                    var name = call.getName();
                    return clocks.contains(owner.getName())
                            && (name.equals("now")
                                    || name.startsWith("system")
                                    || name.equals("currentTimeMillis")
                                    || name.equals("nanoTime")
                                    || name.startsWith("tick"));
                });
    }
}
