package dev.assay.bench;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.issue.BadgeAward;
import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.key.Multikey;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole verification of an Open Badge, from bytes to report, beside the one step nobody can leave
 * out: checking an Ed25519 signature with the same provider.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class VerificationBenchmark {

    private static final int BADGES = 100;
    private static final Instant AWARDED = Instant.parse("2026-01-10T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** How the badges are signed. */
    @Param({"EDDSA_RDFC_2022", "EDDSA_JCS_2022"})
    ProofSuite suite = ProofSuite.EDDSA_RDFC_2022;

    private final CredentialVerifier verifier =
            CredentialVerifier.create(
                    InstantSource.fixed(NOW), DocumentSource.none(), VerificationPolicy.standard());
    private final List<byte[]> badges = new ArrayList<>();
    private final List<Recipient> holders = new ArrayList<>();
    private final byte[] digests = new byte[64];
    private byte[] signature = {};
    private VerificationKey key = Multikey.decode(aKey().publicKeyMultibase()).orElseThrow();
    private int next;

    /** Signs the badges, and refuses to measure a verifier that rejects one of them. */
    @Setup
    public void sign() {
        var signingKey = aKey();
        key = Multikey.decode(signingKey.publicKeyMultibase()).orElseThrow();
        signature = signingKey.sign(digests);
        var issuer = OpenBadgeIssuer.create(signingKey, "Bench College", suite);
        for (int i = 0; i < BADGES; i++) {
            var email = "holder" + i + "@bench.example";
            badges.add(issuer.issue(award(i, email)).toString().getBytes(StandardCharsets.UTF_8));
            holders.add(Recipient.confirmed(email));
            var report = verifier.verify(badges.get(i), holders.get(i));
            if (report.outcome() != Outcome.VERIFIED) {
                throw new IllegalStateException("a genuine badge was not verified: " + report);
            }
        }
    }

    /** Bytes in, report out. */
    @Benchmark
    public VerificationReport verification() {
        next = (next + 1) % BADGES;
        return verifier.verify(badges.get(next), holders.get(next));
    }

    /** The limit: one signature of the same kind over the 64 bytes that a proof signs. */
    @Benchmark
    public boolean signatureAlone() {
        return key.verifies(digests, signature);
    }

    private static BadgeAward award(int i, String email) {
        return BadgeAward.of(
                        "urn:uuid:00000000-0000-4000-8000-%012d".formatted(i),
                        "https://college.bench.example/achievements/data-basics",
                        "Data basics — Grundlagen der Daten",
                        email,
                        "salt-" + i,
                        AWARDED)
                .withSkill("https://skills.bench.example/sql", "SQL", OptionalInt.of(3))
                .withSkill(
                        "https://skills.bench.example/statistics", "Statistics", OptionalInt.of(2))
                .withSkill(
                        "https://skills.bench.example/visualisation",
                        "Data visualisation",
                        OptionalInt.empty());
    }

    private static Ed25519SigningKey aKey() {
        return Ed25519SigningKey.fromSeed(
                "benchmark key, signs nothing real"
                        .substring(0, 32)
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
