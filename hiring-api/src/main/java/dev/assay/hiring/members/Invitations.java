package dev.assay.hiring.members;

import dev.assay.hiring.members.MemberRepository.Due;
import dev.assay.hiring.platform.keycloak.Account;
import dev.assay.hiring.platform.keycloak.KeycloakAdmin;
import dev.assay.hiring.platform.keycloak.KeycloakUnavailable;
import dev.assay.hiring.platform.keycloak.NewAccount;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.platform.security.EstablishedEmployer;
import dev.assay.hiring.platform.security.Memberships;
import dev.assay.hiring.platform.web.PublicAddress;
import dev.assay.hiring.platform.work.Backoff;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Mail;
import dev.assay.hiring.shared.MailKind;
import dev.assay.hiring.shared.Mailer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Completes invitations at Keycloak. Each step finds what an earlier attempt left, so a worker that
 * died or a Keycloak that answers late costs time and nothing else: roles are given, and mail is
 * queued, in one transaction at the end.
 */
@Component
class Invitations implements EmployerTask {

    static final String TOPIC = "members";

    private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);
    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int PASSWORD_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MemberRepository repository;
    private final Memberships memberships;
    private final Employers employers;
    private final KeycloakAdmin keycloak;
    private final TenantTransaction transactions;
    private final Mailer mailer;
    private final AuditTrail audit;
    private final PublicAddress address;
    private final Clock clock;

    Invitations(
            MemberRepository repository,
            Memberships memberships,
            Employers employers,
            KeycloakAdmin keycloak,
            TenantTransaction transactions,
            Mailer mailer,
            AuditTrail audit,
            PublicAddress address,
            Clock clock) {
        this.repository = repository;
        this.memberships = memberships;
        this.employers = employers;
        this.keycloak = keycloak;
        this.transactions = transactions;
        this.mailer = mailer;
        this.audit = audit;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        for (int done = 0; done < BATCH; done++) {
            Optional<Due> due = transactions.in(actor, () -> take(actor));
            if (due.isEmpty()) {
                return false;
            }
            attempt(actor, due.get());
        }
        return true;
    }

    @Override
    public Optional<Instant> nextDue(Actor.Service actor) {
        return repository.nextDue(actor.employer());
    }

    private Optional<Due> take(Actor actor) {
        Instant now = clock.instant();
        return repository.take(actor.employer(), now, now.plus(LEASE));
    }

    private void attempt(Actor.Service actor, Due due) {
        try {
            switch (due.member().state()) {
                case INVITED -> complete(actor, due);
                case ACTIVE -> describe(actor, due.member());
            }
        } catch (KeycloakUnavailable failure) {
            LOG.atWarn()
                    .addKeyValue("employer", actor.employer())
                    .addKeyValue("member", due.member().id())
                    .addKeyValue("reason", failure.getMessage())
                    .log("a member waits for Keycloak");
            fault(
                    actor,
                    due.member(),
                    "keycloak-unavailable",
                    Optional.of(
                            clock.instant()
                                    .plus(
                                            Backoff.after(
                                                    due.attempt(), FIRST_PAUSE, LONGEST_PAUSE))));
        }
    }

    private void complete(Actor.Service actor, Due due) {
        EstablishedEmployer employer = employers.get(actor.employer());
        Optional<Account> account = account(actor, due);
        if (account.isEmpty()) {
            fault(actor, due.member(), "no-such-account", Optional.empty());
        } else if (employer.organizationId().isEmpty()) {
            fault(actor, due.member(), "no-organization", Optional.empty());
        } else {
            complete(actor, due, account.get(), employer, employer.organizationId().get());
        }
    }

    private void complete(
            Actor.Service actor,
            Due due,
            Account account,
            EstablishedEmployer employer,
            String organizationId) {
        Optional<String> password = Optional.empty();
        // The second: an earlier attempt set a password and died before it could mail it.
        if (!keycloak.canSignIn(account.subject())
                || (due.opening() && account.mustChoosePassword())) {
            noteOpening(actor, due);
            password = Optional.of(newPassword());
            keycloak.setPasswordForOnce(account.subject(), password.get());
        }
        keycloak.join(organizationId, account.subject());
        Mail mail = mail(employer, recipient(due.member(), account), account, password);
        transactions.in(actor, () -> activate(actor, due.member(), account, mail));
    }

    private Optional<Account> account(Actor.Service actor, Due due) {
        Member member = due.member();
        if (member.subject() != null) {
            return keycloak.bySubject(member.subject());
        }
        String email = Objects.requireNonNull(member.email());
        Optional<Account> known = keycloak.byEmail(email);
        if (known.isPresent()) {
            return known;
        }
        noteOpening(actor, due);
        return Optional.of(
                keycloak.create(new NewAccount(email, member.givenName(), member.familyName())));
    }

    private void noteOpening(Actor.Service actor, Due due) {
        if (!due.opening()) {
            transactions.in(
                    actor, () -> repository.noteOpening(actor.employer(), due.member().id()));
        }
    }

    private void activate(Actor.Service actor, Member invited, Account account, Mail mail) {
        if (isAnothers(actor, invited, account)) {
            repository.noteFault(
                    actor.employer(), invited.id(), "already-member", Optional.empty());
            return;
        }
        repository
                .activate(actor.employer(), invited.id(), account, clock.instant())
                .ifPresent(member -> {
                    memberships.grant(actor.employer(), account.subject(), member.roles());
                    mailer.queue(actor, mail);
                    audit.recordAndEmit(
                            actor, "member.activated", "member", member.id().value(), Map.of());
                });
    }

    private void describe(Actor.Service actor, Member member) {
        Optional<Account> account = keycloak.bySubject(Objects.requireNonNull(member.subject()));
        if (account.isEmpty()) {
            fault(actor, member, "no-such-account", Optional.empty());
            return;
        }
        transactions.in(
                actor,
                () -> {
                    if (isAnothers(actor, member, account.get())) {
                        repository.noteFault(
                                actor.employer(), member.id(), "already-member", Optional.empty());
                    } else {
                        repository.describe(actor.employer(), member.id(), account.get());
                    }
                });
    }

    /** Whether the account, or its address, stands in another row of this employer. */
    private boolean isAnothers(Actor actor, Member member, Account account) {
        Stream<Member> withAddress =
                Optional.ofNullable(account.email())
                        .flatMap(email -> repository.byEmail(actor.employer(), email))
                        .stream();
        return Stream.concat(
                        repository.bySubjects(actor.employer(), Set.of(account.subject())).stream(),
                        withAddress)
                .anyMatch(other -> !other.id().equals(member.id()));
    }

    private void fault(
            Actor.Service actor, Member member, String fault, Optional<Instant> nextAttemptAt) {
        transactions.in(
                actor,
                () -> repository.noteFault(actor.employer(), member.id(), fault, nextAttemptAt));
    }

    private Mail mail(
            EstablishedEmployer employer,
            String recipient,
            Account account,
            Optional<String> password) {
        String name = employer.employer().name();
        String link = address.of("/console").toString();
        if (password.isEmpty()) {
            return new Mail(
                    MailKind.MEMBER_ADDED,
                    recipient,
                    Optional.empty(),
                    Map.of("employer", name, "link", link));
        }
        return new Mail(
                MailKind.MEMBER_INVITED,
                recipient,
                Optional.empty(),
                Map.of(
                        "employer",
                        name,
                        "link",
                        link,
                        "user",
                        Objects.requireNonNullElse(account.email(), recipient),
                        "password",
                        password.get()));
    }

    /** Mail goes to the address that was invited; for an id, to the one its account has. */
    private static String recipient(Member invited, Account account) {
        String email = invited.email() == null ? account.email() : invited.email();
        return Objects.requireNonNullElse(email, "");
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
