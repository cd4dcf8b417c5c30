package dev.assay.credential;

import dev.assay.credential.badge2.OpenBadges2;
import dev.assay.credential.check.PartVerifier;
import dev.assay.credential.check.Verification;
import dev.assay.credential.evidence.Evidence;
import dev.assay.credential.evidence.Verified;
import dev.assay.credential.evidence.WitnessedDocuments;
import dev.assay.credential.format.CredentialReader;
import dev.assay.credential.jsonld.ContextCatalogue;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.jsonld.PublishedContexts;
import dev.assay.credential.jsonld.WorkBudget;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.schema.SchemaValidator;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.RememberedDocuments;
import dev.assay.credential.source.SharedDocuments;
import dev.assay.credential.source.StatusSource;
import dev.assay.credential.status.ListMemory;
import dev.assay.credential.status.StatusLists;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Verifies credentials: Verifiable Credentials 1.1 and 2.0 and Open Badges 3.0, with Data Integrity
 * proofs or as VC-JWT; SD-JWT VC; CLR 2.0 and HR Open LER-RS with all credentials inside; Open
 * Badges 2.0, hosted or signed; badges baked into images. Any bytes have a report and none an
 * exception. The same bytes, documents, statuses and instant have the same report. No I/O but
 * through the ports; thread-safe.
 *
 * <p>Verified means: well-formed, every term known, the signature fits, the key is the issuer's
 * own, within its dates, and nothing that was declared about it went unchecked. It does not mean
 * that the issuer deserves trust.
 */
public final class CredentialVerifier {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_PARTS = 64;
    private static final int SHARES = 16;
    private static final int AT_ONCE = 16; // for a core, so that starting a task costs nothing

    private final InstantSource clock;
    private final DocumentSource documents;
    private final Optional<StatusSource> statuses;
    private final ContextCatalogue contexts;
    private final VerificationPolicy policy;
    private final CredentialReader reader;

    private CredentialVerifier(
            InstantSource clock,
            DocumentSource documents,
            Optional<StatusSource> statuses,
            ContextCatalogue contexts,
            VerificationPolicy policy) {
        this.clock = clock;
        this.documents = documents;
        this.statuses = statuses;
        this.contexts = contexts;
        this.policy = policy;
        this.reader = new CredentialReader(policy.limits());
    }

    /** A verifier that has every document, status lists too, from one source. */
    public static CredentialVerifier create(
            InstantSource clock, DocumentSource documents, VerificationPolicy policy) {
        return new CredentialVerifier(
                clock, documents, Optional.empty(), ContextCatalogue.bundled(), policy);
    }

    /** This verifier, asking somebody else about every status that a credential declares. */
    public CredentialVerifier withStatuses(StatusSource source) {
        return new CredentialVerifier(clock, documents, Optional.of(source), contexts, policy);
    }

    /** Knows other contexts than the bundled ones, for a closed circle with terms of its own. */
    public CredentialVerifier withContexts(ContextCatalogue catalogue) {
        return new CredentialVerifier(clock, documents, statuses, catalogue, policy);
    }

    /**
     * Reports on one credential; broken or foreign input has a report that says so.
     *
     * @param document a JSON credential or a compact JWT, as received
     * @param recipient whose credential it should be
     */
    public VerificationReport verify(byte[] document, Recipient recipient) {
        return verify(document, recipient, documents, clock.instant());
    }

    /**
     * Reports like {@link #verify} and keeps what the report rests on. Statuses asked of somebody
     * else ({@link #withStatuses}) are not among it.
     */
    public Verified verifyWithEvidence(byte[] document, Recipient recipient) {
        var witnessed = new WitnessedDocuments(documents);
        var now = clock.instant();
        var report = verify(document, recipient, witnessed, now);
        return new Verified(report, new Evidence(now, document, witnessed.used()));
    }

    /** Reports on what was verified once, from what was used then and nothing else. */
    public VerificationReport replay(Evidence evidence, Recipient recipient) {
        return verify(evidence.document(), recipient, evidence.documents(), evidence.at());
    }

    /**
     * Reports on many credentials, in their order, as of one instant and of one answer for each
     * document. Reads on as reports are taken, a few dozen ahead, so that any number of them fits
     * the memory. Each report is the one that {@link #verify} would give.
     *
     * @param cores how many credentials may be worked on at once
     */
    public Stream<VerificationReport> verifyAll(Stream<Presented> credentials, int cores) {
        var now = clock.instant();
        var shared = new SharedDocuments(documents);
        var lists = new ListMemory();
        var free = new Semaphore(cores);
        Function<List<Presented>, List<VerificationReport>> some =
                several -> {
                    free.acquireUninterruptibly();
                    try {
                        return several.stream()
                                .map(one -> verify(one, shared, lists, now))
                                .toList();
                    } finally {
                        free.release();
                    }
                };
        // More wait than may run, so that no core waits for the reports to be taken.
        return credentials
                .gather(Gatherers.windowFixed(AT_ONCE))
                .gather(Gatherers.mapConcurrent(2 * cores, some))
                .flatMap(List::stream);
    }

    private VerificationReport verify(
            Presented one, DocumentSource shared, ListMemory lists, Instant now) {
        return verify(one.document(), one.recipient(), new Sitting(shared, lists, now));
    }

    private VerificationReport verify(
            byte[] document, Recipient recipient, DocumentSource source, Instant now) {
        return verify(document, recipient, new Sitting(source, new ListMemory(), now));
    }

    private VerificationReport verify(byte[] document, Recipient recipient, Sitting sitting) {
        return verify(
                document,
                recipient,
                sitting,
                statuses.orElseGet(() -> lists(sitting)),
                Position.OUTERMOST);
    }

    /**
     * What all steps of one verification share: the documents they see, the lists proven among
     * them, the time, and how many credentials they have looked at.
     */
    private record Sitting(
            DocumentSource documents, ListMemory lists, Instant now, AtomicInteger looked) {

        Sitting(DocumentSource source, ListMemory lists, Instant now) {
            this(new RememberedDocuments(source), lists, now, new AtomicInteger());
        }
    }

    /**
     * Where in another credential one stands.
     *
     * @param depth how many are around it
     * @param isNewest whether it came from a refresh service
     */
    private record Position(int depth, boolean isNewest) {
        static final Position OUTERMOST = new Position(0, false);
    }

    private StatusSource lists(Sitting sitting) {
        // A list has no status of its own: one that declares some is not verified.
        return new StatusLists(
                sitting.documents(),
                list ->
                        verify(
                                list,
                                Recipient.none(),
                                sitting,
                                StatusSource.none(),
                                new Position(MAX_DEPTH, true)),
                policy.limits(),
                sitting.lists(),
                sitting.now());
    }

    private VerificationReport verify(
            byte[] document,
            Recipient recipient,
            Sitting sitting,
            StatusSource asked,
            Position position) {
        return switch (reader.read(document)) {
            case CredentialReader.Reading.Malformed(var fault) ->
                    VerificationReport.unreadable(fault);
            case CredentialReader.Reading.Unsupported(var format, var detail) ->
                    VerificationReport.unsupported(format, detail);
            case CredentialReader.Reading.NoCredential(var detail) ->
                    VerificationReport.noCredential(detail);
            case CredentialReader.Reading.OpenBadge2(var badge) ->
                    verification(contexts, sitting, asked, position).report(badge, recipient);
            case CredentialReader.Reading.Selective(var token) ->
                    verification(contexts, sitting, asked, position).report(token, recipient);
            case CredentialReader.Reading.Credential(var credential) -> {
                var known =
                        PublishedContexts.complete(
                                contexts, sitting.documents(), credential.claims());
                yield verification(known, sitting, asked, position).report(credential, recipient);
            }
        };
    }

    private PartVerifier within(Sitting sitting, StatusSource asked, Position position) {
        return new PartVerifier() {
            @Override
            public VerificationReport part(byte[] document, Recipient recipient) {
                boolean enough =
                        position.depth() >= MAX_DEPTH
                                || sitting.looked().incrementAndGet() > MAX_PARTS;
                return enough
                        ? VerificationReport.beyondLimit()
                        : verify(
                                document,
                                recipient,
                                sitting,
                                asked,
                                new Position(position.depth() + 1, false));
            }

            @Override
            public VerificationReport newer(byte[] document, Recipient recipient) {
                return verify(
                        document, recipient, sitting, asked, new Position(position.depth(), true));
            }
        };
    }

    /** Credentials inside another one get less each, for there may be many. */
    private WorkBudget budget(Position position) {
        return position.depth() == 0
                ? policy.budget()
                : new WorkBudget(Math.max(1, policy.budget().maxSteps() / SHARES));
    }

    private Verification verification(
            ContextCatalogue known, Sitting sitting, StatusSource asked, Position position) {
        var within = within(sitting, asked, position);
        return new Verification(
                new LinkedData(known, budget(position)),
                sitting.documents(),
                asked,
                new SchemaValidator(sitting.documents(), policy.limits()),
                new OpenBadges2(sitting.documents(), policy.limits()),
                within,
                position.isNewest() ? Optional.empty() : Optional.of(within),
                sitting.now(),
                policy.clockSkew());
    }
}
