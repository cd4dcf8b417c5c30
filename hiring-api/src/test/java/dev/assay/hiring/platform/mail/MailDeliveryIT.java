package dev.assay.hiring.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Mail;
import dev.assay.hiring.shared.MailKind;
import dev.assay.hiring.shared.Mailer;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mail from the transaction that causes it to the folder it ends in. */
@WithApplication
class MailDeliveryIT {

    private static final Actor HANA = SampleMembers.administratorOf(SampleMembers.HARBOR);

    /** The node's own worker does not visit it: nothing here notes work for it. */
    private static final Actor.Service CEDARS_WORKER =
            new Actor.Service(SampleMembers.CEDAR, MailDelivery.TOPIC);

    private final ApplicationUnderTest node;
    private final TestDatabase database;
    private final TenantTransaction transactions;
    private final MailRepository repository;
    private final Mails mails;
    private final TickedClock clock = new TickedClock();

    MailDeliveryIT(ApplicationUnderTest node, TestDatabase database) {
        this.node = node;
        this.database = database;
        this.transactions = node.bean(TenantTransaction.class);
        this.repository = node.bean(MailRepository.class);
        this.mails = node.bean(Mails.class);
    }

    @Test
    void whatIsQueuedIsSoonDeliveredAndThenForgotten() throws SQLException {
        String recipient = recipient();
        transactions.in(HANA, () -> node.bean(Mailer.class).queue(HANA, mail(recipient)));

        MailEntry entry =
                Eventually.get(
                        () -> entryFor(HANA, recipient), line -> line.state() == MailState.SENT);

        assertThat(entry.attempts()).isEqualTo(1);
        assertThat(entry.settledAt()).isNotNull();
        assertThat(mails.text(HANA, entry.id()).orElseThrow())
                .contains("Harbor has added you", "https://assay.example/secret");
        assertThat(wordsOf(entry.id())).isNull();
    }

    @Test
    void aDeedThatFailsSendsNothing() {
        String recipient = recipient();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        transactions.in(
                                HANA,
                                () -> {
                                    node.bean(Mailer.class).queue(HANA, mail(recipient));
                                    throw new IllegalStateException("the deed failed");
                                }));

        assertThat(
                        transactions
                                .in(
                                        HANA,
                                        () ->
                                                repository.list(
                                                        HANA.employer(),
                                                        Optional.empty(),
                                                        new PageSize(200)))
                                .items())
                .noneMatch(entry -> entry.recipient().equals(recipient));
    }

    @Test
    void aRefusalForNowIsTriedAgainWhenItIsTime() {
        MailId id = queuedForCedar();
        MailDelivery worker = worker(DeliveryRefused.forNow("server-says-450"), null);

        worker.runBatch(CEDARS_WORKER);
        assertThat(entry(id).state()).isEqualTo(MailState.QUEUED);
        assertThat(entry(id).fault()).isEqualTo("server-says-450");

        clock.tick(Duration.ofSeconds(29));
        worker.runBatch(CEDARS_WORKER);
        assertThat(entry(id).attempts()).isEqualTo(1);

        clock.tick(Duration.ofSeconds(1));
        worker.runBatch(CEDARS_WORKER);
        assertThat(entry(id).state()).isEqualTo(MailState.SENT);
        assertThat(entry(id).attempts()).isEqualTo(2);
        assertThat(entry(id).fault()).isNull();
    }

    @Test
    void aRefusalForGoodEndsIt() throws SQLException {
        MailId id = queuedForCedar();

        worker(DeliveryRefused.forGood("server-says-550")).runBatch(CEDARS_WORKER);

        assertThat(entry(id).state()).isEqualTo(MailState.FAILED);
        assertThat(entry(id).fault()).isEqualTo("server-says-550");
        assertThat(wordsOf(id)).isNull();
    }

    @Test
    void theLastAttemptEndsItToo() {
        MailId id = queuedForCedar();
        var refusals = new @Nullable DeliveryRefused[MailDelivery.MOST_ATTEMPTS];
        java.util.Arrays.fill(refusals, DeliveryRefused.forNow("server-unreachable"));
        MailDelivery worker = worker(refusals);

        for (int i = 0; i < MailDelivery.MOST_ATTEMPTS; i++) {
            assertThat(entry(id).state()).isEqualTo(MailState.QUEUED);
            worker.runBatch(CEDARS_WORKER);
            clock.tick(Duration.ofHours(4));
        }

        assertThat(entry(id).state()).isEqualTo(MailState.FAILED);
        assertThat(entry(id).attempts()).isEqualTo(MailDelivery.MOST_ATTEMPTS);
    }

    @Test
    void aWorkerThatDiedLeavesItsMailToTheNext() {
        MailId id = queuedForCedar();
        Instant now = clock.instant();
        transactions.in(
                CEDARS_WORKER,
                () -> repository.take(SampleMembers.CEDAR, now, now.plusSeconds(300)));
        MailDelivery next = worker();

        next.runBatch(CEDARS_WORKER);
        assertThat(entry(id).state()).isEqualTo(MailState.QUEUED);

        clock.tick(Duration.ofMinutes(5));
        next.runBatch(CEDARS_WORKER);
        assertThat(entry(id).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void mailAboutAPersonGoesWithThem() {
        var person = new PersonId(UUID.randomUUID());
        String recipient = recipient();
        transactions.in(
                HANA,
                () ->
                        node.bean(Mailer.class)
                                .queue(
                                        HANA,
                                        new Mail(
                                                MailKind.MEMBER_ADDED,
                                                recipient,
                                                Optional.of(person),
                                                mail(recipient).words())));
        MailEntry entry =
                Eventually.get(
                        () -> entryFor(HANA, recipient), line -> line.state() == MailState.SENT);

        transactions.in(HANA, () -> node.bean(MailData.class).erase(HANA, person));

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mails.get(HANA, entry.id()));
        assertThat(node.bean(MailTransport.class).kept(SampleMembers.HARBOR, entry.id())).isEmpty();
    }

    @Test
    void theLogIsForTheHrAdminOfThatEmployerAlone() {
        MailId cedars = queuedForCedar();
        Actor rita =
                new Actor.Person(
                        SampleMembers.HARBOR,
                        UUID.randomUUID(),
                        Set.of(dev.assay.hiring.shared.EmployerRole.RECRUITER));

        assertThatExceptionOfType(PermissionDenied.class)
                .isThrownBy(() -> mails.list(rita, Optional.empty(), PageSize.DEFAULT));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mails.text(HANA, cedars));
    }

    private MailDelivery worker(@Nullable DeliveryRefused... answers) {
        return new MailDelivery(repository, transactions, new ScriptedTransport(answers), clock);
    }

    private MailId queuedForCedar() {
        // What an earlier test left would have its share of the answers.
        worker().runBatch(CEDARS_WORKER);
        MailId id = new MailId(NewIds.next());
        transactions.in(
                CEDARS_WORKER,
                () ->
                        repository.insert(
                                SampleMembers.CEDAR,
                                Map.of(id, mail(recipient())),
                                clock.instant()));
        return id;
    }

    private MailEntry entry(MailId id) {
        return transactions.in(
                CEDARS_WORKER, () -> repository.find(SampleMembers.CEDAR, id).orElseThrow());
    }

    private MailEntry entryFor(Actor actor, String recipient) {
        return mails.list(actor, Optional.empty(), PageSize.DEFAULT).items().stream()
                .filter(entry -> entry.recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable String wordsOf(MailId id) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select words from mail where id = '%s'".formatted(id))) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static String recipient() {
        return UUID.randomUUID() + "@example.org";
    }

    private static Mail mail(String recipient) {
        return new Mail(
                MailKind.MEMBER_ADDED,
                recipient,
                Optional.empty(),
                Map.of("employer", "Harbor", "link", "https://assay.example/secret"));
    }

    /** Answers as it is told, one after the other, and takes everything after that. */
    private static final class ScriptedTransport implements MailTransport {

        private final Deque<Optional<DeliveryRefused>> answers = new ArrayDeque<>();

        ScriptedTransport(@Nullable DeliveryRefused... answers) {
            for (DeliveryRefused answer : answers) {
                this.answers.add(Optional.ofNullable(answer));
            }
        }

        @Override
        public void deliver(EmployerId employer, MailId id, MailText text, String recipient)
                throws DeliveryRefused {
            Optional<DeliveryRefused> answer =
                    answers.isEmpty() ? Optional.empty() : answers.remove();
            if (answer.isPresent()) {
                throw answer.get();
            }
        }

        @Override
        public Optional<String> kept(EmployerId employer, MailId id) {
            return Optional.empty();
        }

        @Override
        public void forget(EmployerId employer, MailId id) {
            // Nothing is kept.
        }
    }

    private static final class TickedClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T10:00:00Z");

        void tick(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
