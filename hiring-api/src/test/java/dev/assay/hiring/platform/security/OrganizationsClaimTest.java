package dev.assay.hiring.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.security.OrganizationsClaim.Organization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrganizationsClaimTest {

    private static final Organization HARBOR = new Organization("harbor", Optional.of("id-1"));
    private static final Organization CEDAR = new Organization("cedar", Optional.of("id-2"));

    @Test
    void readsAListOfAliases() {
        assertThat(OrganizationsClaim.of(List.of("harbor", "cedar")).organizations())
                .containsExactly(
                        new Organization("harbor", Optional.empty()),
                        new Organization("cedar", Optional.empty()));
    }

    @Test
    void readsAMapFromAliasToAttributes() {
        assertThat(
                        OrganizationsClaim.of(
                                        Map.of(
                                                "harbor",
                                                        Map.of("id", "id-1", "city", List.of("x")),
                                                "cedar", Map.of()))
                                .organizations())
                .containsExactlyInAnyOrder(HARBOR, new Organization("cedar", Optional.empty()));
    }

    @Test
    void readsAListOfMaps() {
        assertThat(
                        OrganizationsClaim.of(
                                        List.of(
                                                Map.of("harbor", Map.of("id", "id-1")),
                                                Map.of("cedar", Map.of("id", "id-2"))))
                                .organizations())
                .containsExactly(HARBOR, CEDAR);
    }

    @Test
    void takesAnIdThatIsNoTextForNone() {
        assertThat(OrganizationsClaim.of(Map.of("harbor", Map.of("id", List.of("id-1")))))
                .isEqualTo(
                        new OrganizationsClaim(
                                List.of(new Organization("harbor", Optional.empty()))));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void findsNoOrganizationInAnythingElse(@Nullable Object claim) {
        assertThat(OrganizationsClaim.of(claim).organizations()).isEmpty();
    }

    static Stream<@Nullable Object> nothing() {
        return Stream.of(null, "harbor", 7, true, List.of(), Map.of(), List.of(1, List.of("x")));
    }
}
