package dev.assay.hiring;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void featuresReachEachOtherByTheirRootsOnlyAndWithoutCycles() {
        ApplicationModules.of("dev.assay.hiring").verify();
    }
}
