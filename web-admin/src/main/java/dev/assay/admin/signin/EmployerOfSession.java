package dev.assay.admin.signin;

import dev.assay.admin.shell.Shells;
import dev.assay.admin.shell.Viewer;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.platform.security.Employer;
import dev.assay.hiring.platform.security.EmployerChoice;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.platform.security.OrganizationsClaim;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Whom the signed-in person works for. The choice is kept in the session as an alias only, and is
 * checked on every request against what Keycloak said and the membership rows say now: whoever lost
 * a role is out with the next click.
 */
@Component
class EmployerOfSession {

    private static final String CHOSEN = EmployerOfSession.class.getName() + ".alias";
    private static final String SIGNED_IN = SignedIn.class.getName();

    private final Employers employers;
    private final Shells shells;
    private final Words words;

    EmployerOfSession(Employers employers, Shells shells, Words words) {
        this.employers = employers;
        this.shells = shells;
        this.words = words;
    }

    /** What came of asking for whom this request acts. */
    EmployerChoice establish(HttpServletRequest request, OidcUser user) {
        EmployerChoice choice = choose(user, chosen(request));
        if (choice instanceof EmployerChoice.Refused && chosen(request) != null) {
            choice = choose(user, null);
        }
        if (choice instanceof EmployerChoice.Chosen(Employer employer, Actor.Person actor)) {
            Viewer viewer = viewer(user, employer, actor);
            shells.show(request, viewer);
            request.setAttribute(SIGNED_IN, new SignedIn(actor, viewer));
        }
        return choice;
    }

    /** Keeps a choice; {@link #establish} checks it on every request. */
    void remember(HttpServletRequest request, Employer employer) {
        request.getSession().setAttribute(CHOSEN, employer.alias());
    }

    List<Employer> choices(OidcUser user) {
        return employers.of(subject(user), organizations(user));
    }

    static @Nullable SignedIn signedIn(HttpServletRequest request) {
        return request.getAttribute(SIGNED_IN) instanceof SignedIn signedIn ? signedIn : null;
    }

    private EmployerChoice choose(OidcUser user, @Nullable String alias) {
        return employers.choose(subject(user), organizations(user), alias);
    }

    private static @Nullable String chosen(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(CHOSEN) instanceof String alias
                ? alias
                : null;
    }

    private Viewer viewer(OidcUser user, Employer employer, Actor.Person actor) {
        String roles =
                actor.roles().stream()
                        .sorted()
                        .map(EmployerRole::wireName)
                        .map(role -> words.say("role." + role))
                        .collect(Collectors.joining(", "));
        List<Viewer.EmployerChoice> choices =
                choices(user).stream()
                        .map(one -> new Viewer.EmployerChoice(one.alias(), one.name()))
                        .toList();
        return new Viewer(
                name(user),
                roles,
                employer.name(),
                employer.alias(),
                choices,
                actor.may(Permission.READ_AUDIT),
                actor.may(Permission.READ_PARTNERS));
    }

    private static String name(OidcUser user) {
        String name = user.getFullName();
        return name == null ? String.valueOf(user.getPreferredUsername()) : name;
    }

    private static UUID subject(OidcUser user) {
        return UUID.fromString(user.getSubject());
    }

    private static OrganizationsClaim organizations(OidcUser user) {
        return OrganizationsClaim.of(user.getClaims().get(OrganizationsClaim.NAME));
    }
}
