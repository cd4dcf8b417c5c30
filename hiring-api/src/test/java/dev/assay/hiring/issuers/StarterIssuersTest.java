package dev.assay.hiring.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The list that comes with a release. */
class StarterIssuersTest {

    private final List<StarterIssuer> starters = read();

    @Test
    void saysOfEachWhereAnybodyCanCheckIt() {
        assertThat(starters).hasSizeGreaterThanOrEqualTo(5);
        assertThat(starters)
                .allSatisfy(starter -> {
                    assertThat(URI.create(starter.source()).getScheme()).isEqualTo("https");
                    assertThat(URI.create(starter.url()).getScheme()).isEqualTo("https");
                    assertThat(starter.publisher()).isNotBlank();
                    assertThat(starter.published()).isBeforeOrEqualTo(starter.read());
                });
    }

    @Test
    void namesEachKeyAndEachIdOnce() {
        assertThat(starters).extracting(StarterIssuer::key).doesNotHaveDuplicates();
        assertThat(starters.stream().flatMap(starter -> starter.ids().stream()))
                .doesNotHaveDuplicates();
    }

    /** Whoever adopts one must not be refused. */
    @Test
    void makesEntriesTheRegistryTakes() {
        for (StarterIssuer starter : starters) {
            IssuerContent entry = starter.adopted(IssuerTier.KNOWN);
            entry.requireSound();
            assertThat(entry.note()).contains(starter.source());
        }
    }

    private static List<StarterIssuer> read() {
        try (InputStream list =
                Objects.requireNonNull(
                        StarterIssuersTest.class.getResourceAsStream("/issuers/starters.json"))) {
            return List.of(new JsonMapper().readValue(list, StarterIssuer[].class));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
