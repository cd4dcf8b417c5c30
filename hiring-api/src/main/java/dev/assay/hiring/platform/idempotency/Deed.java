package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.shared.PersonId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * What a call does, together with its answer, still to be done: a controller returns it instead of
 * an answer, and by that takes {@code Idempotency-Key}.
 *
 * <p>It is carried out in one transaction of the caller's employer, which facade calls inside join,
 * and its answer is stored in that very transaction where the caller sent a key: there is no deed
 * without its answer and no answer without its deed. So nothing slow or remote may be in it;
 * reading the body and verifying belong before it, in the controller's method. It throws what it
 * refuses, and is rolled back then.
 */
public final class Deed<T> {

    private final Supplier<Done<T>> work;

    private Deed(Supplier<Done<T>> work) {
        this.work = work;
    }

    /** A deed that concerns no person whose data we hold. */
    public static <R, T> Deed<T> of(Supplier<R> effect, Function<R, ResponseEntity<T>> answer) {
        return new Deed<>(() -> new Done<>(answer.apply(effect.get()), Optional.<PersonId>empty()));
    }

    /** A deed that concerns a person: its stored answer is sealed under that person's key. */
    public static <R, T> Deed<T> about(
            Supplier<R> effect,
            Function<R, PersonId> person,
            Function<R, ResponseEntity<T>> answer) {
        return new Deed<>(() -> {
            R result = effect.get();
            return new Done<>(answer.apply(result), Optional.of(person.apply(result)));
        });
    }

    Done<T> carryOut() {
        return work.get();
    }

    record Done<T>(ResponseEntity<T> response, Optional<PersonId> concerns) {}
}
