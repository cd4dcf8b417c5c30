package dev.assay.admin;

import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.Modulithic;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    // The long names, because both sides have a "jobs".
    @Modulithic(additionalPackages = "dev.assay.hiring", useFullyQualifiedModuleNames = true)
    private static final class BothJars {}

    /** Across both jars: a page may use a feature's root package and nothing inside it. */
    @Test
    void keepToEachOthersFrontDoors() {
        ApplicationModules.of(BothJars.class, ModulesTest::isOurs).verify();
    }

    /** The testkit, which knows everybody, is on this class path as a jar like any other. */
    private static boolean isOurs(Location location) {
        return !location.contains("-tests.jar") && !location.contains("/test-classes/");
    }
}
