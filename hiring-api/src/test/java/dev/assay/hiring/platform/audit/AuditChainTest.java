package dev.assay.hiring.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.proof.Jcs;
import dev.assay.hiring.platform.audit.AuditEntry.Seal;
import dev.assay.hiring.platform.audit.ChainReport.Break;
import dev.assay.hiring.platform.audit.ChainReport.Flaw;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The chain's bytes, and that no change to a chain goes unseen. */
class AuditChainTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final EmployerId EMPLOYER = new EmployerId(new UUID(1, 2));

    /** Spelled out, so that the form cannot change unnoticed: it never may. */
    @Test
    void hashesExactlyTheBytesThatAreDocumented() {
        String canonical =
                Jcs.canonical(AuditChain.hashed(EMPLOYER, 7, AuditChain.BEGINNING, entry()));

        assertThat(canonical)
                .isEqualTo(
                        "{\"action\":\"job.changed\",\"actor\":\"person:00000000-0000-0000-0000-000000000009\","
                                + "\"detail\":{\"a\":1.5,\"b\":[true,null]},"
                                + "\"employer\":\"00000000-0000-0001-0000-000000000002\","
                                + "\"form\":\"assay-audit/1\",\"id\":\"00000000-0000-0003-0000-000000000004\","
                                + "\"occurredAt\":\"2026-11-25T20:39:12.120Z\",\"previous\":\""
                                + "0".repeat(64)
                                + "\",\"sequence\":7,"
                                + "\"subject\":{\"id\":\"00000000-0000-0005-0000-000000000006\",\"kind\":\"job\"},"
                                + "\"traceId\":null}");
        assertThat(AuditChain.seal(EMPLOYER, 7, AuditChain.BEGINNING, entry()).hash())
                .isEqualTo("bc2d00650384616f39db6c90b842b2ad9bd7578b34c2835c923f30bdce0064f4");
    }

    @Property(tries = 200)
    void acceptsEveryChainAsItWasSealed(@ForAll("chains") List<AuditEntry> chain) {
        assertThat(walk(chain)).isEmpty();
    }

    @Property(tries = 200)
    void namesTheRowThatWasAltered(
            @ForAll("chains") List<AuditEntry> chain,
            @ForAll @IntRange(max = 1_000) int pick,
            @ForAll @IntRange(max = 6) int member) {
        int at = pick % chain.size();
        List<AuditEntry> altered = new ArrayList<>(chain);
        altered.set(at, alter(chain.get(at), member));

        assertThat(walk(altered)).contains(new Break(at + 1, Flaw.HASH_MISMATCH));
    }

    @Property(tries = 100)
    void namesTheRowThatWasTakenOut(
            @ForAll("chains") List<AuditEntry> chain, @ForAll @IntRange(max = 1_000) int pick) {
        int at = pick % chain.size();
        List<AuditEntry> shortened = new ArrayList<>(chain);
        shortened.remove(at);

        // What is cut off at the end is the head's to tell.
        assertThat(walk(shortened))
                .isEqualTo(
                        at == chain.size() - 1
                                ? Optional.empty()
                                : Optional.of(new Break(at + 1, Flaw.ROW_MISSING)));
    }

    @Property(tries = 100)
    void namesTheFirstOfTwoRowsThatChangedPlaces(
            @ForAll("chains") List<AuditEntry> chain, @ForAll @IntRange(max = 1_000) int pick) {
        int at = pick % chain.size();
        int other = (at + 1) % chain.size();
        List<AuditEntry> swapped = new ArrayList<>(chain);
        swapped.set(at, sealed(chain.get(other), seal(chain.get(at))));
        swapped.set(other, sealed(chain.get(at), seal(chain.get(other))));

        assertThat(walk(swapped)).contains(new Break(Math.min(at, other) + 1, Flaw.HASH_MISMATCH));
    }

    @Property(tries = 50)
    void belongsToOneEmployerOnly(@ForAll("chains") List<AuditEntry> chain) {
        var walk = new ChainWalk(new EmployerId(new UUID(7, 7)), Checkpoint.BEGINNING);

        assertThat(walk.step(chain.getFirst())).contains(new Break(1, Flaw.HASH_MISMATCH));
        assertThat(walk.at()).isEqualTo(Checkpoint.BEGINNING);
    }

    @Provide
    Arbitrary<List<AuditEntry>> chains() {
        Arbitrary<AuditEntry> entries =
                Combinators.combine(
                                Arbitraries.longs().between(0, 2_000_000_000_000L),
                                Arbitraries.strings().ofMaxLength(20),
                                Arbitraries.strings().ofMaxLength(20),
                                Arbitraries.longs().between(-(1L << 53), 1L << 53),
                                Arbitraries.doubles().between(-1e6, 1e6).ofScale(4))
                        .as((time, actor, text, whole, figure) ->
                                new AuditEntry(
                                        new UUID(time, whole),
                                        Instant.ofEpochMilli(time).plusNanos(1_000),
                                        actor,
                                        "a.b",
                                        "thing",
                                        new UUID(whole, time),
                                        JSON.createObjectNode()
                                                .put(text, whole)
                                                .put("figure", figure),
                                        Optional.of(text),
                                        Optional.empty()));
        return entries.list().ofMinSize(2).ofMaxSize(12).map(AuditChainTest::chained);
    }

    private static List<AuditEntry> chained(List<AuditEntry> entries) {
        List<AuditEntry> chain = new ArrayList<>();
        String previous = AuditChain.BEGINNING;
        for (int i = 0; i < entries.size(); i++) {
            // No two alike: to swap twins changes nothing.
            AuditEntry entry = alter(entries.get(i), 0, new UUID(i, i));
            Seal seal = AuditChain.seal(EMPLOYER, i + 1, previous, entry);
            chain.add(sealed(entry, seal));
            previous = seal.hash();
        }
        return chain;
    }

    private static Optional<Break> walk(List<AuditEntry> chain) {
        var walk = new ChainWalk(EMPLOYER, Checkpoint.BEGINNING);
        for (AuditEntry entry : chain) {
            Optional<Break> broken = walk.step(entry);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private static AuditEntry alter(AuditEntry entry, int member) {
        return alter(entry, member, new UUID(-1, -1));
    }

    private static AuditEntry alter(AuditEntry entry, int member, UUID id) {
        return new AuditEntry(
                member == 0 ? id : entry.id(),
                member == 1 ? entry.occurredAt().plusNanos(1_000) : entry.occurredAt(),
                member == 2 ? entry.actor() + "x" : entry.actor(),
                member == 3 ? entry.action() + "x" : entry.action(),
                member == 4 ? entry.subjectKind() + "x" : entry.subjectKind(),
                member == 5 ? new UUID(-2, -2) : entry.subject(),
                member == 6 ? JSON.createObjectNode().put("other", 1) : entry.detail(),
                entry.traceId(),
                entry.seal());
    }

    private static AuditEntry sealed(AuditEntry entry, Seal seal) {
        return new AuditEntry(
                entry.id(),
                entry.occurredAt(),
                entry.actor(),
                entry.action(),
                entry.subjectKind(),
                entry.subject(),
                entry.detail(),
                entry.traceId(),
                Optional.of(seal));
    }

    private static Seal seal(AuditEntry entry) {
        return entry.seal().orElseThrow();
    }

    private static AuditEntry entry() {
        return new AuditEntry(
                new UUID(3, 4),
                Instant.parse("2026-11-25T20:39:12.12Z"),
                "person:" + new UUID(0, 9),
                "job.changed",
                "job",
                new UUID(5, 6),
                JSON.readTree("{\"b\":[true,null],\"a\":1.50}"),
                Optional.empty(),
                Optional.empty());
    }
}
