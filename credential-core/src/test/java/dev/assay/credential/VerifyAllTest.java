package dev.assay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.issue.StatusListIssuer;
import dev.assay.credential.issue.StatusPurpose;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many credentials at once are many credentials, one by one, only sooner. */
class VerifyAllTest {

    private static final String LIST = "https://status.example/lists/1";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void givesTheReportOfEachInItsOrder(int cores) {
        var some = mixed(100);

        var reports = Samples.verifier().verifyAll(some.stream(), cores).toList();

        assertThat(reports)
                .isEqualTo(
                        some.stream()
                                .map(one ->
                                        Samples.verifier().verify(one.document(), one.recipient()))
                                .toList());
        assertThat(reports.stream().map(VerificationReport::outcome).distinct()).hasSize(2);
    }

    @Test
    void readsOnlyAFewAhead() {
        var read = new AtomicInteger();
        var endless = Stream.generate(() -> presented(read.incrementAndGet()));

        var first = Samples.verifier().verifyAll(endless, 2).limit(40).toList();

        assertThat(first).hasSize(40);
        assertThat(read).hasValueLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void worksOnNoMoreAtOnceThanItMay(int cores) {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        DocumentSource slow =
                _ -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.yield();
                    now.decrementAndGet();
                    return new DocumentSource.Answer.Unavailable("nothing is there");
                };

        assertThat(
                        Samples.verifier(Samples.NOW, slow)
                                .verifyAll(
                                        IntStream.range(0, 200)
                                                .mapToObj(i -> listed(i, LIST + "/" + i)),
                                        cores))
                .hasSize(200);
        assertThat(most).hasValueBetween(1, cores);
    }

    @Test
    void isAsOfOneInstant() {
        var hour = new AtomicLong();
        InstantSource passing = () -> Samples.NOW.plusSeconds(3_600 * hour.getAndIncrement());
        var verifier =
                CredentialVerifier.create(
                        passing, DocumentSource.none(), VerificationPolicy.standard());
        var soonOver =
                Samples.sign(
                                Samples.unsigned()
                                        .put(
                                                "validUntil",
                                                Samples.NOW.plusSeconds(5_400).toString()))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        var some = Stream.generate(() -> new Presented(soonOver, Recipient.none())).limit(50);

        assertThat(verifier.verifyAll(some, 2))
                .allSatisfy(report ->
                        assertThat(Samples.check(report, CheckName.VALIDITY))
                                .isEqualTo("passed ok"));
        assertThat(hour).hasValue(1);
    }

    @Test
    void asksForEachDocumentOnceOrTwice() {
        Queue<URI> asked = new ConcurrentLinkedQueue<>();
        byte[] list = list();
        DocumentSource web =
                address -> {
                    asked.add(address);
                    return address.toString().equals(LIST)
                            ? new DocumentSource.Answer.Found(list, "application/json")
                            : new DocumentSource.Answer.Unavailable("nothing is there");
                };

        var reports =
                Samples.verifier(Samples.NOW, web)
                        .verifyAll(IntStream.range(0, 200).mapToObj(i -> listed(i)), 2)
                        .toList();

        for (int i = 0; i < 200; i++) {
            assertThat(Samples.check(reports.get(i), CheckName.STATUS))
                    .isEqualTo(i == 7 ? "failed revoked" : "passed ok");
        }
        assertThat(asked).hasSizeBetween(1, 2); // two cores may begin at the same time
    }

    private static List<Presented> mixed(int many) {
        var some = new ArrayList<Presented>();
        for (int i = 0; i < many; i++) {
            some.add(i % 3 == 0 ? altered(i) : presented(i));
        }
        return some;
    }

    private static Presented presented(int number) {
        var award = Samples.badge().toString();
        return new Presented(
                award.getBytes(StandardCharsets.UTF_8),
                Recipient.confirmed("holder" + number + "@example.org"));
    }

    private static Presented altered(int number) {
        var badge = Samples.badge().put("name", "Number " + number).toString();
        return new Presented(badge.getBytes(StandardCharsets.UTF_8), Recipient.none());
    }

    private static Presented listed(int index) {
        return listed(index, LIST);
    }

    private static Presented listed(int index, String list) {
        var badge = Samples.unsigned();
        badge.putObject("credentialStatus")
                .put("id", list + "#" + index)
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", String.valueOf(index))
                .put("statusListCredential", list);
        return new Presented(
                Samples.sign(badge).toString().getBytes(StandardCharsets.UTF_8), Recipient.none());
    }

    private static byte[] list() {
        return StatusListIssuer.create(Samples.KEY)
                .issue(
                        new StatusListIssuer.StatusList(
                                LIST,
                                StatusPurpose.REVOCATION,
                                Set.of(7),
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Optional.empty(),
                                Optional.empty()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
