package dev.assay.hiring.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.security.Employers.Membership;
import dev.assay.hiring.platform.security.OrganizationsClaim.Organization;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EmployersMembershipTest {

    @Test
    void joinsByIdWhereBothSidesKnowIt() {
        assertThat(at("harbor", Optional.of("id-1")).isAt(named("renamed", "id-1"))).isTrue();
    }

    @Test
    void doesNotFollowAnAliasThatWasGivenToAnotherOrganization() {
        assertThat(at("harbor", Optional.of("id-1")).isAt(named("harbor", "id-2"))).isFalse();
    }

    @Test
    void joinsByAliasWhileTheTokenCarriesNoId() {
        var claimed = new Organization("harbor", Optional.empty());

        assertThat(at("harbor", Optional.of("id-1")).isAt(claimed)).isTrue();
        assertThat(at("cedar", Optional.of("id-1")).isAt(claimed)).isFalse();
    }

    @Test
    void joinsByAliasWhileTheEmployerIsBoundToNoOrganization() {
        assertThat(at("harbor", Optional.empty()).isAt(named("harbor", "id-1"))).isTrue();
        assertThat(at("harbor", Optional.empty()).isAt(named("cedar", "id-1"))).isFalse();
    }

    private static Membership at(String alias, Optional<String> organizationId) {
        return new Membership(
                new Employer(new EmployerId(new UUID(1, 1)), alias, "An employer"),
                organizationId,
                Set.of(EmployerRole.RECRUITER));
    }

    private static Organization named(String alias, String id) {
        return new Organization(alias, Optional.of(id));
    }
}
