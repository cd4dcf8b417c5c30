package dev.assay.hiring.platform.idempotency;

import static dev.assay.hiring.testkit.HiringDesk.application;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.HiringDesk;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.SetClock;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

/** Calls that are repeated under a key, over HTTP and past it. */
@WithApplication
class IdempotencyIT {

    private static final JobContent JOB_CONTENT =
            new JobContent(
                    "Data analyst",
                    "Reads figures.",
                    null,
                    "en",
                    List.of(),
                    WorkplaceType.REMOTE,
                    EmploymentType.FULL_TIME,
                    1,
                    null,
                    false,
                    null,
                    null,
                    List.of());
    private static final String JOB =
            "{\"title\":\"Data analyst\",\"description\":\"Reads figures.\"}";

    private final ApplicationUnderTest application;
    private final ApiClient api;
    private final ApiClient rita;
    private final HiringDesk desk;

    IdempotencyIT(ApplicationUnderTest application, ApiClient api) {
        this.application = application;
        this.api = api;
        this.rita = api.as(Person.RITA);
        this.desk = new HiringDesk(rita);
    }

    @Nested
    class Repeating {

        @Test
        void isAnsweredAsBeforeByteForByteAndDoesNothing(TestDatabase database)
                throws SQLException {
            ApiClient keyed = rita.with("Idempotency-Key", newKey());
            ApiAnswer first = keyed.post("/v1/jobs", JOB).expect(201);
            long jobs = count(database, "job");
            long audited = count(database, "audit_entry");

            ApiAnswer second = keyed.post("/v1/jobs", JOB).expect(201);

            assertThat(second.response().body()).isEqualTo(first.response().body());
            for (String header : List.of("Location", "ETag", "Content-Type")) {
                assertThat(first.header(header)).as(header).isPresent();
                assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
            }
            assertThat(first.header("Idempotent-Replayed")).isEmpty();
            assertThat(second.header("Idempotent-Replayed")).contains("true");
            assertThat(count(database, "job")).isEqualTo(jobs);
            assertThat(count(database, "audit_entry")).isEqualTo(audited);
        }

        @Test
        void worksForEverythingThatIsMade(TestDatabase database) throws SQLException {
            String job = desk.openJob();
            Map<String, String> bodies =
                    Map.of(
                            "/v1/jobs",
                            JOB,
                            "/v1/jobs/" + job + "/applications",
                            application("lee@example.org").toString(),
                            "/v1/issuers",
                            "{\"ids\":[\"https://%s.example\"],\"name\":\"a\",\"tier\":\"known\"}"
                                    .formatted(UUID.randomUUID()));
            bodies.forEach((path, body) -> {
                ApiClient keyed = api.as(Person.HANA).with("Idempotency-Key", newKey());
                String made = keyed.post(path, body).expect(201).text();
                assertThat(keyed.post(path, body).expect(201).text()).isEqualTo(made);
            });
        }

        @Test
        void knowsAKeyInEitherSpelling() {
            String key = newKey();
            String job = rita.with("Idempotency-Key", key).post("/v1/jobs", JOB).expect(201).id();

            assertThat(
                            rita.with("Idempotency-Key", "\"" + key + "\"")
                                    .post("/v1/jobs", JOB)
                                    .expect(201)
                                    .id())
                    .isEqualTo(job);
        }

        @Test
        void isRefusedForAnotherCall() {
            ApiClient keyed = rita.with("Idempotency-Key", newKey());
            String job = keyed.post("/v1/jobs", JOB).expect(201).id();

            keyed.post("/v1/jobs", JOB + " ").expectProblem(422, "idempotency-key-reused");
            keyed.post("/v1/jobs?a=b", JOB).expectProblem(422, "idempotency-key-reused");
            keyed.post("/v1/jobs/" + job + "/applications", JOB)
                    .expectProblem(422, "idempotency-key-reused");
            assertThat(keyed.post("/v1/jobs", JOB).expect(201).id()).isEqualTo(job);
        }

        @Test
        void isTheCallersOwnAtEachEmployer() {
            String key = newKey();
            Set<String> jobs = new HashSet<>();
            ApiClient sam = api.as(Person.SAM);
            for (ApiClient caller :
                    List.of(
                            rita,
                            api.as(Person.HANA),
                            sam.at(Organization.HARBOR_ANALYTICS),
                            sam.at(Organization.CEDAR_HEALTH))) {
                jobs.add(
                        caller.with("Idempotency-Key", key).post("/v1/jobs", JOB).expect(201).id());
            }
            assertThat(jobs).hasSize(4);
        }

        @Test
        void makesOneOfFiftyAtOnce(TestDatabase database) throws Exception {
            String job = desk.openJob();
            String body = application("fifty@example.org").toString();
            long before = count(database, "application");
            ApiClient keyed = rita.with("Idempotency-Key", newKey());
            Callable<ApiAnswer> call =
                    () ->
                            // A busy machine turns some away, who come again as they are told.
                            Eventually.get(
                                    () -> keyed.post("/v1/jobs/" + job + "/applications", body),
                                    answer -> answer.status() != 503);

            List<ApiAnswer> answers = atOnce(50, call);

            Set<String> bodies = new HashSet<>();
            int fresh = 0;
            for (ApiAnswer answer : answers) {
                if (answer.status() == 409) {
                    answer.expectProblem(409, "call-in-flight");
                    assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow()))
                            .isBetween(1, 60);
                } else {
                    bodies.add(answer.expect(201).text());
                    fresh += answer.header("Idempotent-Replayed").isEmpty() ? 1 : 0;
                }
            }
            assertThat(fresh).isOne();
            assertThat(bodies).hasSize(1);
            assertThat(call.call().expect(201).text()).isEqualTo(bodies.iterator().next());
            assertThat(count(database, "application")).isEqualTo(before + 1);
        }

        /** Without a key, nothing tells a second application of the unconfirmed from another's. */
        @Test
        void makesOneApplicationOfSomebodyUnconfirmed(TestDatabase database) throws SQLException {
            String job = desk.openJob();
            var unconfirmed = application("unconfirmed@example.org");
            unconfirmed.withObject("candidate").put("emailVerified", false);
            long before = count(database, "candidate");
            ApiClient keyed = rita.with("Idempotency-Key", newKey());

            for (int i = 0; i < 2; i++) {
                keyed.post("/v1/jobs/" + job + "/applications", unconfirmed.toString()).expect(201);
            }

            assertThat(count(database, "candidate")).isEqualTo(before + 1);
        }
    }

    @Nested
    class Refusing {

        @Test
        void staysRefusedWhateverChangesMeanwhile() {
            ApiAnswer draft = rita.post("/v1/jobs", JOB).expect(201);
            String path = "/v1/jobs/" + draft.id() + "/applications";
            String body = application("mia@example.org").toString();
            ApiClient keyed = rita.with("Idempotency-Key", newKey());
            ApiAnswer refused = keyed.post(path, body).expectProblem(409, "job-not-open");
            rita.patch("/v1/jobs/" + draft.id(), draft.etag(), "{\"status\":\"open\"}").expect(200);

            ApiAnswer again = keyed.post(path, body).expect(409);

            assertThat(again.response().body()).isEqualTo(refused.response().body());
            assertThat(again.header("Content-Type")).contains("application/problem+json");
            assertThat(again.header("Idempotent-Replayed")).contains("true");
            rita.with("Idempotency-Key", newKey()).post(path, body).expect(201);
        }

        @Test
        void coversBodiesThatWereNeverUnderstood() {
            ApiClient keyed = rita.with("Idempotency-Key", newKey());
            ApiAnswer malformed = keyed.post("/v1/jobs", "{").expectProblem(400, "malformed-json");

            assertThat(keyed.post("/v1/jobs", "{").expect(400).text()).isEqualTo(malformed.text());
        }

        @Test
        void saysNothingOfTheKeyOfSomebodyWhoMayNot() {
            api.as(Person.ADA)
                    .with("Idempotency-Key", newKey())
                    .post("/v1/jobs", JOB)
                    .expectProblem(403, "forbidden");
            api.with("Idempotency-Key", newKey())
                    .post("/v1/jobs", JOB)
                    .expectProblem(401, "unauthorized");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a b", "\"a"})
        void namesTheHeaderThatIsNoKey(String key) {
            rita.with("Idempotency-Key", key)
                    .post("/v1/jobs", JOB)
                    .expectProblem(400, "malformed-idempotency-key", "/Idempotency-Key");
        }

        @Test
        void refusesABodyTooLargeForAnyCall() {
            byte[] large = " ".repeat(10 * 1024 * 1024 + 1).getBytes(UTF_8);
            rita.with("Idempotency-Key", newKey())
                    .post("/v1/jobs", ApiClient.JSON, large)
                    .expectProblem(413, "body-too-large");
        }

        @Test
        void ignoresAKeyWhereNothingIsMade() {
            ApiClient keyed = rita.with("Idempotency-Key", newKey());

            keyed.post("/v1/credentials/verify", "{}").expect(200);
            keyed.post("/v1/credentials/verify", "{\"a\":1}").expect(200);
        }
    }

    /** No endpoint of today's does: partners will. */
    @Nested
    class Requiring {

        @KeyRequired
        Deed<String> withKey() {
            throw new AssertionError("not to be called");
        }

        Deed<String> withOrWithout() {
            throw new AssertionError("not to be called");
        }

        private HandlerMethod handler(String name) throws NoSuchMethodException {
            return new HandlerMethod(this, Requiring.class.getDeclaredMethod(name));
        }

        @Test
        void refusesACallWithoutAKey() throws Exception {
            KeyedCalls calls = application.bean(KeyedCalls.class);
            var request = new MockHttpServletRequest("POST", "/v1/partner/applications");
            var response = new MockHttpServletResponse();

            assertThat(calls.preHandle(request, response, handler("withOrWithout"))).isTrue();
            assertThatThrownBy(() -> calls.preHandle(request, response, handler("withKey")))
                    .isInstanceOfSatisfying(
                            BadRequest.class,
                            refusal ->
                                    assertThat(refusal.code())
                                            .isEqualTo("idempotency-key-required"));
        }
    }

    @Nested
    class Failing {

        /** The answer cannot be stored: the last thing before the commit. */
        @Test
        void leavesNothingBehindAndGivesTheKeyBack(TestDatabase database) throws SQLException {
            ApiClient keyed = rita.with("Idempotency-Key", newKey());
            long jobs = count(database, "job");
            long audited = count(database, "audit_entry");
            execute(
                    database,
                    "alter table idempotent_call add constraint fault check (status <> 201) not valid");
            try {
                keyed.post("/v1/jobs", JOB).expectProblem(500, "internal-error");

                assertThat(count(database, "job")).isEqualTo(jobs);
                assertThat(count(database, "audit_entry")).isEqualTo(audited);
            } finally {
                execute(database, "alter table idempotent_call drop constraint fault");
            }
            ApiAnswer done = keyed.post("/v1/jobs", JOB).expect(201);

            assertThat(done.header("Idempotent-Replayed")).isEmpty();
            assertThat(count(database, "job")).isEqualTo(jobs + 1);
        }

        @Test
        void takesOverACallWhoseNodeDied(TestDatabase database) throws SQLException {
            String key = newKey();
            ApiClient keyed = rita.with("Idempotency-Key", key);
            String job = keyed.post("/v1/jobs", JOB).expect(201).id();
            // As a node leaves it that dies before it has done anything.
            execute(
                    database,
                    "update idempotent_call set status = null, headers = null, sealed = null,"
                            + " person_id = null where status is not null");
            keyed.post("/v1/jobs", JOB).expectProblem(409, "call-in-flight");
            execute(
                    database,
                    "update idempotent_call set lease_until = now() - interval '1 second'");

            assertThat(keyed.post("/v1/jobs", JOB).expect(201).id()).isNotEqualTo(job);
        }
    }

    @Nested
    class Keeping {

        @Test
        void keepsNeitherTheKeyNorTheCallNorTheAnswerInTheOpen(TestDatabase database)
                throws SQLException {
            String job = desk.openJob();
            rita.with("Idempotency-Key", "key-of-nora@example.org")
                    .post(
                            "/v1/jobs/" + job + "/applications",
                            application("nora@example.org").toString())
                    .expect(201);

            String rows =
                    text(
                            database,
                            "select string_agg(c::text || encode(c.sealed, 'escape') || encode(c.fingerprint, 'escape')"
                                    + " || encode(c.key_digest, 'escape'), ' ') from idempotent_call c");

            assertThat(rows).isNotBlank().doesNotContain("nora", "Kim", "verification");
        }

        @Test
        void forgetsTheAnswerWithThePersonItConcerned(TestDatabase database) throws SQLException {
            String job = desk.openJob();
            ApiClient keyed = rita.with("Idempotency-Key", newKey());
            String path = "/v1/jobs/" + job + "/applications";
            String body = application("olga@example.org").toString();
            String candidate =
                    keyed.post(path, body).expect(201).json().path("candidateId").asString();
            Actor harbor = SampleMembers.administratorOf(SampleMembers.HARBOR);

            application
                    .bean(IdempotencyLedger.class)
                    .erase(harbor, new PersonId(UUID.fromString(candidate)));

            keyed.post(path, body).expectProblem(410, "erased");
            assertThat(
                            text(
                                    database,
                                    "select count(*)::text from idempotent_call where person_id = '%s' and (sealed is not null or length(fingerprint) > 0)"
                                            .formatted(candidate)))
                    .isEqualTo("0");
        }

        @Test
        void forgetsInTheBackgroundWhatWasKeptLongEnough(TestDatabase database)
                throws SQLException {
            ApiClient omar = api.as(Person.OMAR).with("Idempotency-Key", newKey());
            ApiClient keyed = rita.with("Idempotency-Key", newKey());
            omar.post("/v1/jobs", JOB).expect(201);
            keyed.post("/v1/jobs", JOB).expect(201);
            execute(
                    database,
                    "update idempotent_call set kept_until = now() - interval '1 second'");
            String kept =
                    rita.with("Idempotency-Key", newKey()).post("/v1/jobs", JOB).expect(201).id();

            application
                    .bean(Scheduler.class)
                    .reschedule(
                            TaskInstanceId.of("forget-answers", RecurringTask.INSTANCE),
                            Clock.systemUTC().instant());

            Eventually.get(() -> count(database, "idempotent_call"), rows -> rows == 1);
            assertThat(kept).isNotBlank();
        }
    }

    /** Past HTTP, where the clock can be moved and a holder be slow. */
    @Nested
    class Claiming {

        private static final Duration LEASE = Duration.ofSeconds(60);
        private static final Duration KEPT = Duration.ofHours(24);
        private static final byte[] CALL = "POST /v1/jobs".getBytes(ISO_8859_1);
        private static final byte[] ANOTHER = "POST /v1/issuers".getBytes(ISO_8859_1);

        private final Actor harbor = SampleMembers.administratorOf(SampleMembers.HARBOR);
        private final SetClock clock = new SetClock(Instant.parse("2026-11-25T12:00:00Z"));
        private final IdempotencyLedger ledger =
                new IdempotencyLedger(
                        application.bean(IdempotentCallRepository.class),
                        application.bean(TenantTransaction.class),
                        application.bean(EmployerVault.class),
                        application.bean(PersonalVault.class),
                        new IdempotencyProperties(LEASE, KEPT),
                        clock);
        private final IdempotencyKey key = new IdempotencyKey(newKey());

        @Test
        void isTakenOverOnceTheLeaseHasRunOutAndNotBefore() {
            claimed();
            clock.advance(LEASE.minusMillis(1));
            assertThat(claim()).isEqualTo(new ClaimOutcome.InFlight(Duration.ofMillis(1)));
            clock.advance(Duration.ofMillis(1));
            assertThat(claim()).isInstanceOf(ClaimOutcome.Claimed.class);
        }

        @Test
        void letsASlowHolderDoNothingAfterATakeover(TestDatabase database) throws SQLException {
            Claim slow = claimed();
            clock.advance(LEASE);
            Claim fast = claimed();
            long jobs = count(database, "job");

            assertThat(carryOut(slow)).isEmpty();
            assertThat(count(database, "job")).isEqualTo(jobs);
            assertThat(carryOut(fast)).isPresent();
            assertThat(count(database, "job")).isEqualTo(jobs + 1);
            assertThat(carryOut(slow)).isEmpty();
            assertThat(carryOut(fast)).as("settled is settled").isEmpty();
            assertThat(count(database, "job")).isEqualTo(jobs + 1);
        }

        @Test
        void letsASlowHolderNeitherRefuseNorGiveBackWhatIsAnothers() {
            Claim slow = claimed();
            clock.advance(LEASE);
            Claim fast = claimed();

            ledger.release(slow);
            ledger.refuse(slow, new Answer(409, Map.of(), "no".getBytes(UTF_8)));

            assertThat(claim()).isInstanceOf(ClaimOutcome.InFlight.class);
            assertThat(carryOut(fast)).isPresent();
            assertThat(claim()).isInstanceOf(ClaimOutcome.Answered.class);
        }

        @Test
        void isNotFooledByAKeyThatWasGivenBackAndClaimedAnew() {
            Claim slow = claimed();
            clock.advance(LEASE);
            ledger.release(claimed());
            Claim third = claimed();

            assertThat(carryOut(slow)).isEmpty();
            assertThat(carryOut(third)).isPresent();
        }

        @Test
        void doesNotTakeOverFromAHolderWhoIsCommitting(TestDatabase database) throws Exception {
            Claim slow = claimed();
            clock.advance(LEASE);
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Optional<Answer>> done =
                        threads.submit(() ->
                                ledger.carryOut(
                                        slow,
                                        Deed.of(
                                                () -> {
                                                    inside.countDown();
                                                    await(goOn);
                                                    return "made";
                                                },
                                                ResponseEntity::ok),
                                        Claiming::rendered));
                inside.await();
                Future<ClaimOutcome> taker = threads.submit(this::claim);
                try {
                    Eventually.get(
                            () ->
                                    text(
                                            database,
                                            "select count(*)::text from pg_locks where not granted"),
                            waiting -> !waiting.equals("0"));
                } finally {
                    goOn.countDown();
                }

                assertThat(done.get()).isPresent();
                assertThat(taker.get()).isInstanceOf(ClaimOutcome.InFlight.class);
            }
            assertThat(claim())
                    .isInstanceOfSatisfying(
                            ClaimOutcome.Answered.class,
                            before ->
                                    assertThat(before.answer().body())
                                            .isEqualTo("made".getBytes(UTF_8)));
        }

        @Test
        void rollsTheDeedBackThatThrowsAfterItsEffect(TestDatabase database) throws SQLException {
            Claim claim = claimed();
            long jobs = count(database, "job");

            assertThatThrownBy(() ->
                            ledger.carryOut(
                                    claim,
                                    Deed.of(
                                            this::newJob,
                                            _ -> {
                                                throw new Conflict("late", "Too late.");
                                            }),
                                    Claiming::rendered))
                    .isInstanceOf(Conflict.class);

            assertThat(count(database, "job")).isEqualTo(jobs);
            ledger.refuse(claim, new Answer(409, Map.of("ETag", List.of("a")), new byte[] {7}));
            assertThat(claim())
                    .isInstanceOfSatisfying(
                            ClaimOutcome.Answered.class,
                            before -> {
                                assertThat(before.answer().status()).isEqualTo(409);
                                assertThat(before.answer().headers())
                                        .containsEntry("ETag", List.of("a"));
                                assertThat(before.answer().body()).containsExactly(7);
                            });
        }

        @Test
        void keepsAnswersFor24HoursAndThenForgetsThem() {
            carryOut(claimed());
            clock.advance(KEPT.minusMillis(1));
            ledger.purge(harbor);
            assertThat(claim()).isInstanceOf(ClaimOutcome.Answered.class);

            clock.advance(Duration.ofMillis(1));
            assertThat(ledger.claim(harbor, new DeferredCall(key, ANOTHER)))
                    .as("over, though not purged yet")
                    .isInstanceOf(ClaimOutcome.Claimed.class);

            clock.advance(KEPT);
            ledger.purge(harbor);
            assertThat(claim()).isInstanceOf(ClaimOutcome.Claimed.class);
        }

        @Test
        void tellsAnotherCallFromTheSameOneWhileItIsUnderWay() {
            claimed();

            assertThat(ledger.claim(harbor, new DeferredCall(key, ANOTHER)))
                    .isEqualTo(new ClaimOutcome.AnotherCall());
        }

        @Test
        void givesTheKeyToOneOfManyWhoTakeOver() throws Exception {
            claimed();
            clock.advance(LEASE);

            List<ClaimOutcome> outcomes = atOnce(16, this::claim);

            assertThat(outcomes).filteredOn(ClaimOutcome.Claimed.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(ClaimOutcome.InFlight.class::isInstance).hasSize(15);
        }

        /** While the first is at work the others gather, and then go together. */
        @Test
        void carriesOutTogetherWhatComesAtOnceEachWithItsOwnAnswer(TestDatabase database)
                throws Exception {
            long jobs = count(database, "job");
            JobsAtOnce gathering = new JobsAtOnce();

            List<Optional<Answer>> answers =
                    gathering.carryOut(
                            call("1"), call("2"), call("3"), call("2"), call("unwelcome"));

            assertThat(gathering.rounds).containsExactly(1, 3);
            assertThat(answers.subList(0, 3)).allSatisfy(answer -> assertThat(answer).isPresent());
            assertThat(answers.subList(3, 5))
                    .as("another call of the same key, and one that was not welcome")
                    .containsOnly(Optional.empty());
            assertThat(count(database, "job")).isEqualTo(jobs + 3);
            for (int i = 0; i < 3; i++) {
                ClaimOutcome again = ledger.claim(harbor, call(String.valueOf(i + 1)));
                assertThat(again).isInstanceOf(ClaimOutcome.Answered.class);
                assertThat(((ClaimOutcome.Answered) again).answer().body())
                        .isEqualTo(answers.get(i).orElseThrow().body());
            }
            assertThat(ledger.claim(harbor, call("unwelcome")))
                    .as("nothing was done under it")
                    .isInstanceOf(ClaimOutcome.Claimed.class);
        }

        @Test
        void leavesAKeyThatWasUsedToWhoeverAsksForItsAnswer(TestDatabase database)
                throws Exception {
            assertThat(ledger.claim(harbor, call("1"))).isInstanceOf(ClaimOutcome.Claimed.class);
            long jobs = count(database, "job");

            List<Optional<Answer>> answers = new JobsAtOnce().carryOut(call("1"));

            assertThat(answers).containsExactly(Optional.empty());
            assertThat(count(database, "job")).isEqualTo(jobs);
        }

        @Test
        void doesNothingOfARoundThatBreaksAndLeavesEachOfItToBeDoneAlone(TestDatabase database)
                throws Exception {
            long jobs = count(database, "job");

            List<Optional<Answer>> answers =
                    new JobsAtOnce().carryOut(call("1"), call("2"), call("broken"));

            assertThat(answers.getFirst()).isPresent();
            assertThat(answers.subList(1, 3)).containsOnly(Optional.empty());
            assertThat(count(database, "job")).isEqualTo(jobs + 1);
            assertThat(ledger.claim(harbor, call("2"))).isInstanceOf(ClaimOutcome.Claimed.class);
        }

        /** Of a key of this test's own. */
        private DeferredCall call(String name) {
            return new DeferredCall(
                    new IdempotencyKey(key.value() + name), name.getBytes(ISO_8859_1));
        }

        /** Makes a job of each, the first one alone while the others wait. */
        private final class JobsAtOnce implements Gathering<String, String> {

            private final List<Integer> rounds = Collections.synchronizedList(new ArrayList<>());
            private final CountDownLatch begun = new CountDownLatch(1);
            private final CountDownLatch others = new CountDownLatch(1);

            @Override
            public List<Optional<String>> carryOut(Actor actor, List<Asked<String>> asked) {
                rounds.add(asked.size());
                if (rounds.size() == 1) {
                    begun.countDown();
                    await(others);
                }
                List<Optional<String>> made = new ArrayList<>();
                for (Asked<String> one : asked) {
                    made.add(
                            one.item().equals("unwelcome")
                                    ? Optional.empty()
                                    : Optional.of(newJob().id().toString()));
                    if (one.item().equals("broken")) {
                        throw new IllegalArgumentException("broken");
                    }
                }
                return made;
            }

            List<Optional<Answer>> carryOut(DeferredCall... calls) throws Exception {
                List<Optional<Answer>> answers = new ArrayList<>();
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    List<Future<Optional<Answer>>> all = new ArrayList<>();
                    for (DeferredCall call : calls) {
                        all.add(threads.submit(() -> together(call)));
                        int expected = all.size() - 1;
                        if (expected == 0) {
                            begun.await();
                        } else {
                            Eventually.get(
                                    () -> ledger.waiting(harbor, this),
                                    waiting -> waiting == expected);
                        }
                    }
                    others.countDown();
                    for (Future<Optional<Answer>> one : all) {
                        answers.add(one.get());
                    }
                }
                return answers;
            }

            private Optional<Answer> together(DeferredCall call) {
                String item = new String(call.call(), ISO_8859_1);
                Deed<String> deed =
                        Deed.gathered(this, item, () -> item, made -> ResponseEntity.ok(made));
                return deed.gathered()
                        .flatMap(gathered ->
                                ledger.carryOut(harbor, call, gathered, Claiming::rendered));
            }
        }

        private ClaimOutcome claim() {
            return ledger.claim(harbor, new DeferredCall(key, CALL));
        }

        private Claim claimed() {
            ClaimOutcome outcome = claim();
            assertThat(outcome).isInstanceOf(ClaimOutcome.Claimed.class);
            return ((ClaimOutcome.Claimed) outcome).claim();
        }

        private Optional<Answer> carryOut(Claim claim) {
            return ledger.carryOut(
                    claim,
                    Deed.of(this::newJob, job -> ResponseEntity.ok(job.id().toString())),
                    Claiming::rendered);
        }

        private Job newJob() {
            return application.bean(Jobs.class).create(harbor, JOB_CONTENT);
        }

        private static Answer rendered(ResponseEntity<?> response) {
            return new Answer(
                    response.getStatusCode().value(),
                    Map.of(),
                    String.valueOf(response.getBody()).getBytes(UTF_8));
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
        }
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> result :
                    threads.invokeAll(IntStream.range(0, times).mapToObj(_ -> call).toList())) {
                results.add(result.get());
            }
        }
        return results;
    }

    private static long count(TestDatabase database, String table) {
        return Long.parseLong(text(database, "select count(*)::text from " + table));
    }

    private static String text(TestDatabase database, String query) {
        try (var connection = database.ownerDataSource().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(TestDatabase database, String command) throws SQLException {
        try (var connection = database.ownerDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
