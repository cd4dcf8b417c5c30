package dev.assay.hiring.testkit;

import static dev.assay.hiring.platform.local.SampleRealm.Organization.CEDAR_HEALTH;
import static dev.assay.hiring.platform.local.SampleRealm.Organization.HARBOR_ANALYTICS;

import dev.assay.hiring.members.Members;
import dev.assay.hiring.partners.NewClient;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.partners.Partners;
import dev.assay.hiring.platform.local.SampleRealm;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.security.Employer;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.platform.security.OrganizationsClaim;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public static void admit(ApplicationUnderTest application) {
        admit(application, HARBOR, CEDAR);
    }

    /** The same under other ids, for when others were bound to these organizations before. */
    static void admit(ApplicationUnderTest application, EmployerId harborId, EmployerId cedarId) {
        Employers employers = application.bean(Employers.class);
        Members members = application.bean(Members.class);
        Employer harbor = establish(employers, harborId, HARBOR_ANALYTICS);
        Employer cedar = establish(employers, cedarId, CEDAR_HEALTH);
        adopt(members, harbor, Person.RITA, EmployerRole.RECRUITER);
        adopt(members, harbor, Person.HANA, EmployerRole.HR_ADMIN);
        adopt(members, harbor, Person.ADA, EmployerRole.AUDITOR);
        adopt(members, harbor, Person.SAM, EmployerRole.RECRUITER);
        adopt(members, cedar, Person.OMAR, EmployerRole.RECRUITER);
        adopt(members, cedar, Person.SAM, EmployerRole.RECRUITER);
        application
                .bean(Partners.class)
                .adopt(
                        new Actor.Service(harborId, "testkit"),
                        SampleRealm.PARTNER_CLIENT,
                        SampleRealm.PARTNER_SUBJECT,
                        "Jobsphere");
    }

    /** A partner of Harbor's that nobody signs in as, with no grant. */
    public static PartnerId newPartner(ApplicationUnderTest application, String name) {
        PartnerId id = new PartnerId(UUID.randomUUID());
        application
                .bean(Partners.class)
                .register(
                        administratorOf(HARBOR),
                        new NewClient(id, "partner-" + id, UUID.randomUUID(), name, "unused"),
                        false);
        return id;
    }

    /** The employer bound to an organization at a node: one of those above, or a class's own. */
    public static EmployerId boundTo(Organization organization, ApplicationUnderTest application) {
        var claim =
                new OrganizationsClaim(
                        List.of(
                                new OrganizationsClaim.Organization(
                                        organization.alias(),
                                        Optional.of(organization.id().toString()))));
        return application
                .bean(Employers.class)
                .of(UUID.fromString(Person.SAM.subject()), claim)
                .getFirst()
                .id();
    }

    /** Who may do anything at Harbor. */
    public static Actor harborsAdministrator(ApplicationUnderTest application) {
        return administratorOf(boundTo(HARBOR_ANALYTICS, application));
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

    private static void adopt(
            Members members, Employer employer, Person person, EmployerRole role) {
        members.adopt(
                new Actor.Service(employer.id(), "testkit"),
                Map.of(UUID.fromString(person.subject()), role));
    }
}
