package dev.assay.hiring.testkit;

import static dev.assay.hiring.platform.local.SampleRealm.Organization.CEDAR_HEALTH;
import static dev.assay.hiring.platform.local.SampleRealm.Organization.HARBOR_ANALYTICS;

import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.security.Employer;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import java.util.Set;
import java.util.UUID;

/** Who may do what at the two employers of the sample realm, as rows of ours. */
public final class SampleMembers {
    /** The employer that is bound to Harbor's organization; our ids are not Keycloak's. */
    public static final EmployerId HARBOR =
            new EmployerId(UUID.fromString("01a20ada-2c00-7a00-8000-00000000a11a"));

    /** The employer that is bound to Cedar's organization. */
    public static final EmployerId CEDAR =
            new EmployerId(UUID.fromString("01a20ada-2c00-7a00-8000-00000000ceda"));

    private SampleMembers() {}

    /** Makes both employers known, and gives everybody of the sample realm their role. */
    public static void admit(Employers employers) {
        Employer harbor = establish(employers, HARBOR, HARBOR_ANALYTICS);
        Employer cedar = establish(employers, CEDAR, CEDAR_HEALTH);
        grant(employers, harbor, Person.RITA, EmployerRole.RECRUITER);
        grant(employers, harbor, Person.HANA, EmployerRole.HR_ADMIN);
        grant(employers, harbor, Person.ADA, EmployerRole.AUDITOR);
        grant(employers, harbor, Person.SAM, EmployerRole.RECRUITER);
        grant(employers, cedar, Person.OMAR, EmployerRole.RECRUITER);
        grant(employers, cedar, Person.SAM, EmployerRole.RECRUITER);
    }

    /** Somebody who may do anything at this employer, to arrange things past the HTTP edge. */
    public static Actor administratorOf(EmployerId employer) {
        return new Actor.Person(
                employer, UUID.fromString(Person.HANA.subject()), Set.of(EmployerRole.HR_ADMIN));
    }

    private static Employer establish(
            Employers employers, EmployerId id, Organization organization) {
        return employers.establish(
                id, organization.alias(), organization.displayName(), organization.id().toString());
    }

    private static void grant(
            Employers employers, Employer employer, Person person, EmployerRole role) {
        employers.grant(employer, UUID.fromString(person.subject()), role);
    }
}
