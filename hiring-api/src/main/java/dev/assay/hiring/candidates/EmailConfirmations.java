package dev.assay.hiring.candidates;

import dev.assay.hiring.candidates.ConfirmationRepository.Sent;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.LinkSigner;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.platform.web.PublicAddress;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Mail;
import dev.assay.hiring.shared.MailKind;
import dev.assay.hiring.shared.Mailer;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Finds out whether an address nobody vouched for is the applicant's own: by a link that is mailed
 * there, or because a recruiter says so and how. Either settles the applicant's credentials.
 */
@Component
public class EmailConfirmations {

    /** How long a link can be used. */
    public static final Duration LIFETIME = Duration.ofDays(14);

    /** More in a day go to no address, whoever hands in applications with it. */
    static final int LINKS_A_DAY = 3;

    private static final String PURPOSE = "confirm-email";
    private static final String PATH = "/me/confirm?t=";
    private static final String SERVICE = "email-confirmation";
    private static final Duration DAY = Duration.ofDays(1);

    private final ConfirmationRepository links;
    private final CandidateRepository candidates;
    private final TenantTransaction transactions;
    private final Employers employers;
    private final LinkSigner signer;
    private final PublicAddress address;
    private final Mailer mailer;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmailConfirmations(
            ConfirmationRepository links,
            CandidateRepository candidates,
            TenantTransaction transactions,
            Employers employers,
            LinkSigner signer,
            PublicAddress address,
            Mailer mailer,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.links = links;
        this.candidates = candidates;
        this.transactions = transactions;
        this.employers = employers;
        this.signer = signer;
        this.address = address;
        this.mailer = mailer;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Mails a link to each applicant whose address nobody vouched for; nothing to anybody else, and
     * nothing to an address that got enough of them lately. To be called in the transaction that
     * admits the applicants.
     */
    void ask(Actor actor, List<Candidate> applicants) {
        List<Candidate> unconfirmed =
                applicants.stream().filter(one -> !one.emailStatus().isConfirmed()).toList();
        if (unconfirmed.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, Integer> sent =
                links.sentTo(
                        actor.employer(),
                        unconfirmed.stream().map(one -> one.email().key()).toList(),
                        now.minus(DAY));
        Map<UUID, Candidate> asked = new LinkedHashMap<>();
        for (Candidate one : unconfirmed) {
            if (sent.merge(one.email().key(), 1, Integer::sum) <= LINKS_A_DAY) {
                asked.put(NewIds.next(), one);
            }
        }
        if (asked.isEmpty()) {
            return;
        }
        links.insert(actor.employer(), asked, now, now.plus(LIFETIME));
        String employer = employers.employerOf(actor).employer().name();
        List<Mail> mails = new ArrayList<>();
        asked.forEach((link, one) -> mails.add(mail(actor, employer, link, one)));
        mailer.queueEach(actor, mails);
    }

    private Mail mail(Actor actor, String employer, UUID link, Candidate candidate) {
        String target =
                address.of(PATH + signer.sign(PURPOSE, actor.employer().value(), link)).toString();
        return new Mail(
                MailKind.CONFIRM_ADDRESS,
                candidate.email().address(),
                Optional.of(candidate.id().person()),
                Map.of(
                        "employer", employer,
                        "link", target,
                        "days", String.valueOf(LIFETIME.toDays())));
    }

    /** What following this link could do; changes nothing, so that a mail scanner may follow it. */
    public ConfirmationLink look(String token) {
        return with(token, this::stateOf);
    }

    /** Confirms the address the link was sent to. */
    public ConfirmationLink confirm(String token) {
        return with(
                token,
                (actor, link) -> {
                    ConfirmationLink state = stateOf(actor, link);
                    if (!(state instanceof ConfirmationLink.Open(String employerName))) {
                        return state;
                    }
                    Sent sent = links.lock(actor.employer(), link.id()).orElseThrow();
                    links.use(actor.employer(), link.id(), clock.instant());
                    settle(actor, sent.candidate(), EmailStatus.CONFIRMED, Map.of());
                    return new ConfirmationLink.Done(employerName);
                });
    }

    /**
     * A recruiter says that the address is the applicant's own.
     *
     * @param checkedAt when they found out
     * @throws NotFound when this employer has no such candidate
     * @throws Conflict when the address is known as theirs already
     */
    public Candidate attest(
            Actor actor, CandidateId id, AttestationMethod method, Instant checkedAt) {
        actor.require(Permission.ATTEST_EMAILS);
        if (checkedAt.isAfter(clock.instant())) {
            throw new InvalidInput("/checkedAt", "must not be in the future");
        }
        return transactions.in(
                actor,
                () -> {
                    Candidate candidate = find(actor, id);
                    if (candidate.emailStatus().isConfirmed()) {
                        throw new Conflict(
                                "email-confirmed-already",
                                "This address is known as the candidate's own already.");
                    }
                    settle(
                            actor,
                            id,
                            EmailStatus.ATTESTED,
                            Map.of("method", method.wireName(), "checkedAt", checkedAt.toString()));
                    return find(actor, id).shownTo(actor);
                });
    }

    private void settle(
            Actor actor, CandidateId candidate, EmailStatus status, Map<String, Object> how) {
        if (!candidates.confirm(actor.employer(), candidate, status, actor.reference())) {
            return;
        }
        Map<String, Object> detail = new HashMap<>(how);
        detail.put("emailStatus", status.wireName());
        audit.recordAndEmit(
                actor, "candidate.email-confirmed", "candidate", candidate.value(), detail);
        events.publishEvent(
                new EmailConfirmed(
                        actor, candidate, candidates.samePersonIds(actor.employer(), candidate)));
    }

    private ConfirmationLink stateOf(Actor actor, LinkSigner.Signed link) {
        Optional<Sent> sent = links.lock(actor.employer(), link.id());
        Optional<Candidate> candidate =
                sent.flatMap(found ->
                        candidates.withIds(actor.employer(), List.of(found.candidate())).stream()
                                .findFirst());
        if (sent.isEmpty() || candidate.isEmpty()) {
            return new ConfirmationLink.Unknown();
        }
        String name = employers.employerOf(actor).employer().name();
        if (candidate.get().emailStatus().isConfirmed() || sent.get().usedAt() != null) {
            return new ConfirmationLink.Done(name);
        }
        return clock.instant().isBefore(sent.get().expiresAt())
                ? new ConfirmationLink.Open(name)
                : new ConfirmationLink.Expired();
    }

    private ConfirmationLink with(
            String token, BiFunction<Actor, LinkSigner.Signed, ConfirmationLink> then) {
        return signer.read(PURPOSE, token)
                .map(link -> {
                    var actor = new Actor.Service(new EmployerId(link.employer()), SERVICE);
                    return transactions.in(actor, () -> then.apply(actor, link));
                })
                .orElseGet(ConfirmationLink.Unknown::new);
    }

    private Candidate find(Actor actor, CandidateId id) {
        return candidates.withIds(actor.employer(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("candidate"));
    }
}
