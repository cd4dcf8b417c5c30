package dev.assay.hiring.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {

    private static final EmployerId EMPLOYER = new EmployerId(UUID.randomUUID());
    private static final UUID MINE = UUID.randomUUID();
    private static final UUID ANOTHER = UUID.randomUUID();

    @Test
    void aHiringTeamReachesItsJobsAndNoOther() {
        JobReach reach = team(MINE).reach(Permission.READ_APPLICATIONS);

        assertThat(reach.covers(MINE)).isTrue();
        assertThat(reach.covers(ANOTHER)).isFalse();
        assertThat(team(MINE).may(Permission.READ_APPLICATIONS)).isFalse();
    }

    @Test
    void aHiringTeamMayReadItsJobsAndApplicationsRateItsHiresAndNothingElse() {
        Set<Permission> somewhere = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (!(team(MINE).reach(permission) instanceof JobReach.Nowhere)) {
                somewhere.add(permission);
            }
        }

        assertThat(somewhere)
                .containsExactlyInAnyOrder(
                        Permission.READ_JOBS,
                        Permission.READ_APPLICATIONS,
                        Permission.READ_SKILLS,
                        Permission.RECORD_EVIDENCE,
                        Permission.SUBMIT_SCORECARDS,
                        Permission.READ_HIRES,
                        Permission.RATE_HIRES);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void whatIsAskedForAllOfAnEmployerIsDeniedToATeam(Permission permission) {
        if (permission != Permission.READ_SKILLS) {
            assertThatExceptionOfType(PermissionDenied.class)
                    .isThrownBy(() -> team(MINE).require(permission));
        }
    }

    @Test
    void aTeamWithoutAJobHoldsItsPermissionsForNone() {
        assertThat(team().requireSomewhere(Permission.READ_JOBS))
                .isEqualTo(new JobReach.Only(Set.of()));
        assertThatExceptionOfType(PermissionDenied.class)
                .isThrownBy(() -> team().requireSomewhere(Permission.EDIT_JOBS));
    }

    @Test
    void aRoleForAllOfTheEmployerIsNotNarrowedByATeam() {
        var both =
                new Actor.Person(
                        EMPLOYER,
                        UUID.randomUUID(),
                        Set.of(EmployerRole.RECRUITER, EmployerRole.HIRING_TEAM),
                        Set.of(MINE));

        assertThat(both.reach(Permission.READ_JOBS).covers(ANOTHER)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void aPartnerHoldsWhatItWasGrantedForItsJobsAndNothingOfPeople(Permission permission) {
        var partner =
                new Actor.Partner(
                        EMPLOYER,
                        UUID.randomUUID(),
                        Set.of(Permission.PULL_POSTINGS),
                        new JobReach.Only(Set.of(MINE)));

        assertThat(partner.reach(permission).covers(MINE))
                .isEqualTo(permission == Permission.PULL_POSTINGS);
        assertThat(partner.reach(permission).covers(ANOTHER)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void nobodyButAPartnerHoldsWhatIsForPartners(Permission permission) {
        var everyRole =
                new Actor.Person(EMPLOYER, UUID.randomUUID(), EnumSet.allOf(EmployerRole.class));

        if (permission.isForPartners()) {
            assertThat(everyRole.reach(permission)).isEqualTo(new JobReach.Nowhere());
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new Actor.Partner(
                                    EMPLOYER,
                                    UUID.randomUUID(),
                                    Set.of(permission),
                                    new JobReach.Everywhere()));
        }
    }

    private static Actor team(UUID... jobs) {
        return new Actor.Person(
                EMPLOYER, UUID.randomUUID(), Set.of(EmployerRole.HIRING_TEAM), Set.of(jobs));
    }
}
