package dev.assay.hiring.credentials;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.evidence.Verified;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.InputFault;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.platform.fetch.Fetch;
import dev.assay.hiring.platform.fetch.FetchGuard;
import dev.assay.hiring.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/**
 * Verifies, with remote documents through the guard and within a bounded time; what is not there by
 * then is undecided. Never inside a transaction.
 */
@Component
class Verifying {

    private final FetchGuard guard;
    private final VerificationMetrics metrics;
    private final Clock clock;

    Verifying(FetchGuard guard, VerificationMetrics metrics, Clock clock) {
        this.guard = guard;
        this.metrics = metrics;
        this.clock = clock;
    }

    VerifiedCredential verified(
            Optional<CredentialAddress> address,
            SubmittedDocument document,
            Recipient recipient,
            RemoteTime time) {
        GuardedDocuments documents = new GuardedDocuments(guard, time);
        Verified verified =
                metrics.timed(() ->
                        CredentialVerifier.create(clock, documents, VerificationPolicy.standard())
                                .verifyWithEvidence(document.bytes(), recipient));
        return new VerifiedCredential(
                address,
                Optional.of(document),
                verified.report(),
                Optional.of(verified.evidence()),
                documents.consulted());
    }

    /** The digest of a public document as it is now; empty when it cannot be had. */
    Optional<String> digest(String address, Duration atMost) {
        return guard.document(address, atMost) instanceof Fetch.Fetched fetched
                ? Optional.of(Sha256.hex(fetched.content()))
                : Optional.empty();
    }

    /**
     * Credentials by address are fetched side by side, each within the time; then all are verified,
     * and what they need of others is fetched within that time once more.
     */
    List<VerifiedCredential> all(
            List<SubmittedCredential> credentials, Recipient recipient, Duration atMost) {
        return verified(fetched(credentials, atMost), recipient, atMost);
    }

    /** Waits for others, and needs no processor meanwhile. */
    List<Arrival> fetched(List<SubmittedCredential> credentials, Duration atMost) {
        return sideBySide(
                credentials.stream()
                        .<Callable<Arrival>>map(one -> () -> arrival(one, atMost))
                        .toList());
    }

    /** Verifies what has arrived; the time is for all that it needs of others. */
    List<VerifiedCredential> verified(
            List<Arrival> arrivals, Recipient recipient, Duration atMost) {
        RemoteTime time = new RemoteTime(atMost);
        return arrivals.stream().map(arrival -> verified(arrival, recipient, time)).toList();
    }

    /** Runs each on a thread of its own, and waits for them all. */
    static <T> List<T> sideBySide(List<Callable<T>> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks).stream().map(Verifying::result).toList();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while verifying", interrupted);
        }
    }

    private Arrival arrival(SubmittedCredential credential, Duration atMost) {
        return switch (credential) {
            case SubmittedDocument document ->
                    new Arrival(Optional.empty(), Optional.of(document), Optional.empty());
            case CredentialAddress address -> arrival(address, atMost);
        };
    }

    private Arrival arrival(CredentialAddress address, Duration atMost) {
        return switch (guard.personal(address.url(), atMost)) {
            case Fetch.Fetched fetched
                    when fetched.content().length > SubmittedDocument.MAXIMUM_BYTES ->
                    new Arrival(
                            Optional.of(address),
                            Optional.empty(),
                            Optional.of(
                                    VerificationReport.unreadable(
                                            new InputFault(
                                                    CheckCode.TOO_LARGE,
                                                    "The document at the address is too large.",
                                                    Optional.empty()))));
            case Fetch.Fetched fetched ->
                    new Arrival(
                            Optional.of(address),
                            Optional.of(
                                    new SubmittedDocument(
                                            fetched.content(),
                                            fetched.contentType().isEmpty()
                                                    ? "application/octet-stream"
                                                    : fetched.contentType())),
                            Optional.empty());
            case Fetch.Failed(var fault) ->
                    new Arrival(
                            Optional.of(address),
                            Optional.empty(),
                            Optional.of(
                                    VerificationReport.pending(
                                            "The credential could not be fetched so far: "
                                                    + fault.words()
                                                    + ".")));
        };
    }

    private VerifiedCredential verified(Arrival arrival, Recipient recipient, RemoteTime time) {
        return arrival.verdict
                .map(verdict ->
                        new VerifiedCredential(
                                arrival.address,
                                arrival.document,
                                verdict,
                                Optional.empty(),
                                Set.of()))
                .orElseGet(() ->
                        verified(arrival.address, arrival.document.orElseThrow(), recipient, time));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.resultNow();
        } catch (IllegalStateException failed) {
            throw new IllegalStateException("verifying failed", future.exceptionNow());
        }
    }

    /** What is there to verify, or the verdict on what is not. */
    record Arrival(
            Optional<CredentialAddress> address,
            Optional<SubmittedDocument> document,
            Optional<VerificationReport> verdict) {}
}
