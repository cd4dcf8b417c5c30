package dev.assay.hiring.members;

import dev.assay.hiring.platform.keycloak.KeycloakAdmin;
import dev.assay.hiring.platform.keycloak.KeycloakUnavailable;
import dev.assay.hiring.platform.security.Employer;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.platform.security.EstablishedEmployer;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.NewIds;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Makes employers: the organization at Keycloak, our row, and an invitation of the first HR admin,
 * which a running node then completes. Doing it again finishes what is missing and makes nothing
 * twice.
 */
@Component
public class NewEmployers {

    private final KeycloakAdmin keycloak;
    private final Employers employers;
    private final Members members;

    NewEmployers(KeycloakAdmin keycloak, Employers employers, Members members) {
        this.keycloak = keycloak;
        this.employers = employers;
        this.members = members;
    }

    /**
     * @throws Conflict when the alias is another employer's
     * @throws KeycloakUnavailable when Keycloak gives no usable answer; to be repeated
     */
    public Made make(NewEmployer wanted) {
        String organization = keycloak.organization(wanted.alias(), wanted.name(), wanted.domain());
        Employer employer =
                employers.establish(
                        new EmployerId(NewIds.next()), wanted.alias(), wanted.name(), organization);
        EstablishedEmployer established = employers.get(employer.id());
        if (!employer.name().equals(wanted.name())
                || !established.organizationId().equals(Optional.of(organization))) {
            throw new Conflict(
                    "alias-taken",
                    "The alias %s is the employer “%s” already."
                            .formatted(employer.alias(), employer.name()));
        }
        var actor = new Actor.Service(employer.id(), "operator");
        return new Made(employer, administrator(actor, wanted));
    }

    /** The employer's row of that person, as it is now. */
    public Member reload(Made made) {
        var actor = new Actor.Service(made.employer().id(), "operator");
        return members.get(actor, made.administrator().id());
    }

    private Member administrator(Actor.Service actor, NewEmployer wanted) {
        return members.withEmail(actor, wanted.administrator())
                .orElseGet(() ->
                        members.invite(
                                actor,
                                new Invitation(
                                        Optional.of(wanted.administrator()),
                                        Optional.empty(),
                                        wanted.givenName(),
                                        wanted.familyName(),
                                        Set.of(EmployerRole.HR_ADMIN))));
    }

    /** An employer that is there now, and the person who was invited to administer it. */
    public record Made(Employer employer, Member administrator) {}
}
