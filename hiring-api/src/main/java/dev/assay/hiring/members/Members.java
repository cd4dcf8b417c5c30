package dev.assay.hiring.members;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.security.Memberships;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The people of an employer. Their accounts are Keycloak's and outlive everything done here: to
 * remove somebody takes away what they may do at this employer, and nothing else.
 */
@Component
public class Members {

    private final MemberRepository repository;
    private final Memberships memberships;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final EmployerWork work;
    private final Clock clock;

    Members(
            MemberRepository repository,
            Memberships memberships,
            TenantTransaction transactions,
            AuditTrail audit,
            EmployerWork work,
            Clock clock) {
        this.repository = repository;
        this.memberships = memberships;
        this.transactions = transactions;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Invites a person. The account is made or found in the background, so the answer is the same
     * for somebody Keycloak knows, perhaps from another employer, and for somebody it does not.
     *
     * @throws Conflict when the person is invited or a member here already
     */
    public Member invite(Actor actor, Invitation invitation) {
        actor.require(Permission.MANAGE_MEMBERS);
        Instant now = clock.instant();
        Member member =
                new Member(
                        new MemberId(NewIds.next()),
                        invitation.subject().orElse(null),
                        invitation.email().orElse(null),
                        invitation.givenName(),
                        invitation.familyName(),
                        invitation.roles(),
                        MemberState.INVITED,
                        null,
                        Version.FIRST,
                        now,
                        now);
        return transactions.in(
                actor,
                () -> {
                    if (!repository.insert(actor.employer(), member, now)) {
                        throw new Conflict(
                                "already-member", "This person is invited or a member already.");
                    }
                    work.note(Invitations.TOPIC, actor.employer());
                    record(actor, "member.invited", member.id(), member.roles());
                    return member;
                });
    }

    /**
     * Makes people members whose accounts are known, all of them or none: what the sample begins
     * with. Doing it twice changes nothing.
     */
    public void adopt(Actor.Service actor, Map<UUID, EmployerRole> people) {
        Instant now = clock.instant();
        transactions.in(
                actor,
                () -> {
                    people.forEach((subject, role) -> adopt(actor, subject, role, now));
                    work.note(Invitations.TOPIC, actor.employer());
                });
    }

    private void adopt(Actor.Service actor, UUID subject, EmployerRole role, Instant now) {
        Member member =
                new Member(
                        new MemberId(NewIds.next()),
                        subject,
                        null,
                        null,
                        null,
                        Set.of(role),
                        MemberState.ACTIVE,
                        null,
                        Version.FIRST,
                        now,
                        now);
        if (repository.insert(actor.employer(), member, now)) {
            audit.record(
                    actor, "member.added", "member", member.id().value(), detail(member.roles()));
        }
        memberships.grant(actor.employer(), subject, member.roles());
    }

    /** This employer's people, those longest here first. */
    public Page<Member> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_MEMBERS);
        return transactions.in(actor, () -> repository.list(actor.employer(), after, size));
    }

    /**
     * @throws NotFound when this employer has no such member
     */
    public Member get(Actor actor, MemberId id) {
        actor.require(Permission.READ_MEMBERS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /** Whether anybody here but this person holds a permission for all of the employer. */
    public boolean othersHold(Actor.Person actor, Permission permission) {
        return list(actor, Optional.empty(), new PageSize(PageSize.MAXIMUM)).items().stream()
                .filter(member ->
                        member.state() == MemberState.ACTIVE
                                && !actor.subject().equals(member.subject()))
                .flatMap(member -> member.roles().stream())
                .anyMatch(permission.roles()::contains);
    }

    /** Those of these who are members here, by id. */
    public Map<MemberId, Member> withIds(Actor actor, Collection<MemberId> ids) {
        actor.require(Permission.READ_MEMBERS);
        return transactions.in(actor, () -> repository.withIds(actor.employer(), ids)).stream()
                .collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /** Those of these people who are members here, by their id at Keycloak. */
    public Map<UUID, Member> withSubjects(Actor actor, Collection<UUID> subjects) {
        actor.require(Permission.READ_MEMBERS);
        return transactions
                .in(actor, () -> repository.bySubjects(actor.employer(), subjects))
                .stream()
                .collect(
                        Collectors.toMap(
                                member -> Objects.requireNonNull(member.subject()),
                                Function.identity()));
    }

    /** The member with this address, whatever its letter case. */
    public Optional<Member> withEmail(Actor actor, String email) {
        actor.require(Permission.READ_MEMBERS);
        return transactions.in(actor, () -> repository.byEmail(actor.employer(), email));
    }

    /**
     * Gives a member exactly these roles, from their next call on.
     *
     * @throws StaleVersion when somebody changed the member since
     * @throws Conflict when nobody would be left to administer this employer
     */
    public Member changeRoles(Actor actor, MemberId id, Version expected, Set<EmployerRole> roles) {
        actor.require(Permission.MANAGE_MEMBERS);
        return transactions.in(
                actor,
                () -> {
                    if (!roles.contains(EmployerRole.HR_ADMIN)) {
                        requireAnotherAdministrator(actor, id);
                    }
                    Member before = find(actor, id);
                    if (!repository.changeRoles(
                            actor.employer(), id, expected, roles, clock.instant())) {
                        throw new StaleVersion(expected);
                    }
                    if (before.state() == MemberState.ACTIVE && before.subject() != null) {
                        memberships.replace(actor.employer(), before.subject(), roles);
                    }
                    record(actor, "member.roles-changed", id, roles);
                    return find(actor, id);
                });
    }

    /**
     * Takes away everything a person may do here, from their next call on, and forgets their name
     * and address. Their account stays.
     *
     * @throws StaleVersion when somebody changed the member since
     * @throws Conflict when nobody would be left to administer this employer
     */
    public void remove(Actor actor, MemberId id, Version expected) {
        actor.require(Permission.MANAGE_MEMBERS);
        transactions.in(
                actor,
                () -> {
                    requireAnotherAdministrator(actor, id);
                    Member before = find(actor, id);
                    if (!repository.delete(actor.employer(), id, expected)) {
                        throw new StaleVersion(expected);
                    }
                    if (before.subject() != null) {
                        memberships.replace(actor.employer(), before.subject(), Set.of());
                    }
                    record(actor, "member.removed", id, Set.of());
                });
    }

    /** Two administrators who remove each other at once queue up here, and one stays. */
    private void requireAnotherAdministrator(Actor actor, MemberId leaving) {
        if (repository.lockAdministrators(actor.employer()).equals(Set.of(leaving))) {
            throw new Conflict(
                    "last-hr-admin",
                    "This is the last HR admin of this employer; make somebody else one first.");
        }
    }

    private Member find(Actor actor, MemberId id) {
        return repository.find(actor.employer(), id).orElseThrow(() -> new NotFound("member"));
    }

    private void record(Actor actor, String action, MemberId id, Set<EmployerRole> roles) {
        audit.recordAndEmit(actor, action, "member", id.value(), detail(roles));
    }

    private static Map<String, Object> detail(Set<EmployerRole> roles) {
        return Map.of("roles", roles.stream().sorted().map(EmployerRole::wireName).toList());
    }
}
