package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.platform.idempotency.ClaimOutcome.AnotherCall;
import dev.assay.hiring.platform.idempotency.ClaimOutcome.Answered;
import dev.assay.hiring.platform.idempotency.ClaimOutcome.Claimed;
import dev.assay.hiring.platform.idempotency.ClaimOutcome.Erased;
import dev.assay.hiring.platform.idempotency.ClaimOutcome.InFlight;
import dev.assay.hiring.platform.idempotency.Deed.Done;
import dev.assay.hiring.platform.idempotency.Deed.Gathered;
import dev.assay.hiring.platform.idempotency.Gathering.Asked;
import dev.assay.hiring.platform.idempotency.IdempotentCallRepository.Call;
import dev.assay.hiring.platform.idempotency.IdempotentCallRepository.SealedAnswer;
import dev.assay.hiring.platform.idempotency.IdempotentCallRepository.Settled;
import dev.assay.hiring.platform.persistence.DatabaseUnavailable;
import dev.assay.hiring.platform.persistence.Rounds;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.platform.trace.TraceId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.PersonId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Who did what under which key, and what was answered. A short transaction claims the key with a
 * lease; the deed and its answer are stored in another, together. A claim whose lease has run out
 * may be taken over, and whoever held it can then store nothing any more.
 */
@Component
@EnableConfigurationProperties(IdempotencyProperties.class)
class IdempotencyLedger {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyLedger.class);
    private static final int PURGED_AT_ONCE = 1_000;
    private static final int MOST_TOGETHER = 64;

    private final IdempotentCallRepository repository;
    private final TenantTransaction transactions;
    private final EmployerVault employerVault;
    private final PersonalVault personalVault;
    private final IdempotencyProperties properties;
    private final Clock clock;
    private final Rounds<Kind<?, ?>, Joined<?, ?>, Optional<Answer>> rounds =
            new Rounds<>(MOST_TOGETHER, this::together);

    IdempotencyLedger(
            IdempotentCallRepository repository,
            TenantTransaction transactions,
            EmployerVault employerVault,
            PersonalVault personalVault,
            IdempotencyProperties properties,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.employerVault = employerVault;
        this.personalVault = personalVault;
        this.properties = properties;
        this.clock = clock;
    }

    ClaimOutcome claim(Actor actor, DeferredCall call) {
        return transactions.in(
                actor,
                () -> claim(newClaim(actor, call), employerVault.digest(actor, call.call())));
    }

    private Claim newClaim(Actor actor, DeferredCall call) {
        byte[] key = ("key\n" + call.key().value()).getBytes(StandardCharsets.UTF_8);
        return new Claim(actor, employerVault.digest(actor, key), NewIds.next());
    }

    /**
     * Carries the deed out and stores its answer with it, unless the claim was lost; nothing is
     * done then.
     *
     * @param rendering makes the answer of what the deed returns
     */
    Optional<Answer> carryOut(
            Claim claim, Deed<?> deed, Function<ResponseEntity<?>, Answer> rendering) {
        return transactions.in(
                claim.actor(),
                () -> {
                    if (!repository.hold(claim)) {
                        return Optional.empty();
                    }
                    Done<?> done = deed.carryOut();
                    Answer answer = rendering.apply(done.response());
                    store(claim, answer, done.concerns());
                    return Optional.of(answer);
                });
    }

    /**
     * Carries a deed out together with others of its kind that come at the same time: the keys are
     * claimed, the deeds done and their answers stored in one transaction.
     *
     * @param rendering makes the answer of what the deed returns
     * @return empty when nothing was done for this one, which is to claim its key and be done alone
     */
    <I, R> Optional<Answer> carryOut(
            Actor actor,
            DeferredCall call,
            Gathered<I, R, ?> deed,
            Function<ResponseEntity<?>, Answer> rendering) {
        return rounds.join(
                new Kind<>(actor, deed.gathering()),
                new Joined<I, R>(
                        call,
                        new Asked<>(deed.item(), TraceId.current().map(TraceId::value)),
                        done -> rendering.apply(deed.answer().apply(done))));
    }

    /** How many calls wait to be carried out together. */
    int waiting(Actor actor, Gathering<?, ?> gathering) {
        return rounds.waiting(new Kind<>(actor, gathering));
    }

    /** Whatever breaks a round is one call's fault, which hears of it when it is done alone. */
    @SuppressWarnings({"IllegalCatch", "unchecked"}) // of one gathering, so of its types
    private <I, R> List<Optional<Answer>> together(Kind<?, ?> kind, List<Joined<?, ?>> all) {
        try {
            return transactions.in(
                    kind.actor(),
                    () -> carriedOut((Kind<I, R>) kind, (List<Joined<I, R>>) (List<?>) all));
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException broken) {
            LOG.atWarn()
                    .addKeyValue("calls", all.size())
                    .setCause(broken)
                    .log("what failed for several calls at once is done one by one");
            return Collections.nCopies(all.size(), Optional.empty());
        }
    }

    private <I, R> List<Optional<Answer>> carriedOut(Kind<I, R> kind, List<Joined<I, R>> all) {
        Actor actor = kind.actor();
        Map<Claim, Joined<I, R>> fresh = fresh(actor, all);
        List<Optional<R>> done =
                kind.gathering()
                        .carryOut(actor, fresh.values().stream().map(Joined::asked).toList());
        Map<Joined<I, R>, Answer> answers = new IdentityHashMap<>();
        List<Settled> settled = new ArrayList<>();
        int at = 0;
        for (Map.Entry<Claim, Joined<I, R>> one : fresh.entrySet()) {
            Optional<Answer> answer = done.get(at++).map(one.getValue().answer());
            if (answer.isPresent()) {
                answers.put(one.getValue(), answer.get());
                settled.add(settled(one.getKey(), one.getValue().call(), answer.get()));
            }
        }
        repository.insertSettled(actor, settled, clock.instant().plus(properties.kept()));
        return all.stream().map(one -> Optional.ofNullable(answers.get(one))).toList();
    }

    /** Those whose keys nobody used, and of two with the same key one. */
    private <I, R> Map<Claim, Joined<I, R>> fresh(Actor actor, List<Joined<I, R>> all) {
        Map<ByteBuffer, Claim> claims = new LinkedHashMap<>();
        Map<Claim, Joined<I, R>> fresh = new LinkedHashMap<>();
        for (Joined<I, R> one : all) {
            Claim claim = newClaim(actor, one.call());
            if (claims.putIfAbsent(ByteBuffer.wrap(claim.keyDigest()), claim) == null) {
                fresh.put(claim, one);
            }
        }
        repository.used(actor, claims.values()).forEach(key -> fresh.remove(claims.get(key)));
        return fresh;
    }

    private Settled settled(Claim claim, DeferredCall call, Answer answer) {
        return new Settled(
                claim,
                employerVault.digest(claim.actor(), call.call()),
                new SealedAnswer(
                        answer.status(),
                        answer.headers(),
                        Optional.empty(),
                        Optional.of(employerVault.seal(claim.actor(), answer.body()))));
    }

    /** Stores a refusal as the final answer, unless the claim was lost. */
    void refuse(Claim claim, Answer answer) {
        transactions.in(
                claim.actor(),
                () -> {
                    if (repository.hold(claim)) {
                        store(claim, answer, Optional.empty());
                    }
                });
    }

    /** Gives the key back: nothing was done, and the next call under it is the first. */
    void release(Claim claim) {
        transactions.in(claim.actor(), () -> repository.release(claim));
    }

    /** Makes the answers about a person unreadable for good. */
    void erase(Actor actor, PersonId person) {
        transactions.in(actor, () -> repository.erase(actor.employer(), person));
    }

    /** The bodies of the answers about a person that are still kept. */
    Map<UUID, byte[]> answersAbout(Actor actor, PersonId person) {
        return transactions.in(
                actor,
                () -> {
                    Map<UUID, byte[]> opened = new LinkedHashMap<>();
                    repository
                            .sealedAbout(actor.employer(), person)
                            .forEach((id, sealed) ->
                                    opened.put(id, personalVault.open(actor, person, sealed)));
                    return opened;
                });
    }

    /** Forgets what need not be kept any longer. */
    void purge(Actor actor) {
        boolean more = true;
        while (more) {
            more =
                    transactions.in(
                                    actor,
                                    () ->
                                            repository.purge(
                                                    actor.employer(),
                                                    clock.instant(),
                                                    PURGED_AT_ONCE))
                            == PURGED_AT_ONCE;
        }
    }

    private ClaimOutcome claim(Claim claim, byte[] fingerprint) {
        Instant now = clock.instant();
        if (repository.insert(
                claim, fingerprint, now.plus(properties.lease()), now.plus(properties.kept()))) {
            return new Claimed(claim);
        }
        return repository
                .find(claim)
                .map(call -> known(claim, fingerprint, call, now))
                // It was given back in this very moment.
                .orElseGet(() -> new InFlight(Duration.ZERO));
    }

    private ClaimOutcome known(Claim claim, byte[] fingerprint, Call call, Instant now) {
        if (!call.keptUntil().isAfter(now)) {
            return replaced(claim, fingerprint, call, now);
        }
        if (call.answer().isPresent() && call.answer().get().body().isEmpty()) {
            return new Erased();
        }
        if (!MessageDigest.isEqual(call.fingerprint(), fingerprint)) {
            return new AnotherCall();
        }
        if (call.answer().isPresent()) {
            return new Answered(opened(claim.actor(), call.answer().get()));
        }
        if (call.leaseUntil().isAfter(now)) {
            return new InFlight(Duration.between(now, call.leaseUntil()));
        }
        return replaced(claim, fingerprint, call, now);
    }

    private ClaimOutcome replaced(Claim claim, byte[] fingerprint, Call former, Instant now) {
        boolean ours =
                repository.replace(
                        claim,
                        former.claim(),
                        fingerprint,
                        now,
                        now.plus(properties.lease()),
                        now.plus(properties.kept()));
        return ours ? new Claimed(claim) : new InFlight(Duration.ZERO);
    }

    private void store(Claim claim, Answer answer, Optional<PersonId> person) {
        byte[] sealed =
                person.map(owner -> personalVault.seal(claim.actor(), owner, answer.body()))
                        .orElseGet(() -> employerVault.seal(claim.actor(), answer.body()));
        boolean stored =
                repository.settle(
                        claim,
                        new SealedAnswer(
                                answer.status(), answer.headers(), person, Optional.of(sealed)));
        if (!stored) {
            throw new IllegalStateException("a claim that is held was lost");
        }
    }

    private Answer opened(Actor actor, SealedAnswer sealed) {
        byte[] body = sealed.body().orElseThrow();
        return new Answer(
                sealed.status(),
                sealed.headers(),
                sealed.person()
                        .map(owner -> personalVault.open(actor, owner, body))
                        .orElseGet(() -> employerVault.open(actor, body)));
    }

    /** What goes together: the same work by the same actor, with the same rights. */
    private record Kind<I, R>(Actor actor, Gathering<I, R> gathering) {}

    private record Joined<I, R>(DeferredCall call, Asked<I> asked, Function<R, Answer> answer) {}
}
