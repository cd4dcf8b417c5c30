package dev.assay.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What ships in the all-in-one is listed, and nothing of it under an unknown licence. */
class BillOfMaterialsTest {

    private static final String OUR_OWN = "dev.assay";

    @Test
    void everyComponentNamesItsLicence() throws IOException {
        assertThat(components())
                .filteredOn(component -> !group(component).equals(OUR_OWN))
                .filteredOn(component -> component.path("licenses").isEmpty())
                .extracting(component -> group(component) + ":" + component.path("name").asString())
                .isEmpty();
    }

    @Test
    void listsWhatWeBuildOn() throws IOException {
        assertThat(components())
                .extracting(component -> component.path("name").asString())
                .contains(
                        "spring-security-core", "jooq", "postgresql", "titanium-rdfc", "htmx.org");
    }

    private static List<JsonNode> components() throws IOException {
        try (InputStream sbom =
                BillOfMaterialsTest.class.getResourceAsStream(
                        "/META-INF/sbom/application.cdx.json")) {
            JsonNode root = JsonMapper.shared().readTree(Objects.requireNonNull(sbom));
            return StreamSupport.stream(root.path("components").spliterator(), false).toList();
        }
    }

    private static String group(JsonNode component) {
        return component.path("group").asString();
    }
}
