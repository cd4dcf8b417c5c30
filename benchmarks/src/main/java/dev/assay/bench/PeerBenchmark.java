package dev.assay.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.Presented;
import dev.assay.credential.did.KeyDirectory;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.jwt.CompactJwt;
import dev.assay.credential.key.KeyFinder;
import dev.assay.credential.key.Multikey;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Our side of {@link PeerComparison}: the verification of credentials that others have issued, and
 * the bare signature of one of them. Counts the CPU time of the whole process, which other programs
 * on the machine disturb less than the time on the wall.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class PeerBenchmark {

    private static final long WARM_UP_NANOS = 8_000_000_000L;

    /** How the credentials are secured; names the file they are in. */
    @Param("eddsa-rdfc-2022")
    String proof = "eddsa-rdfc-2022";

    private final CredentialVerifier verifier = IssuedCredentials.verifier();
    private List<Presented> credentials = List.of();
    private Signed signed = Signed.digests();
    private int next;

    /** What was done, and what CPU time the process took for it. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Counted {
        private static final OperatingSystemMXBean PROCESS =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        /** Verifications. */
        public long operations;

        /** Of all threads, compiler and garbage collector included. */
        public long cpuNanos;

        /** Of the thread that verifies. */
        public long threadNanos;

        private long begin;
        private long threadBegin;

        static long threadCpu() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        /** Reads the clock. */
        @Setup(Level.Iteration)
        public void begin() {
            operations = 0;
            begin = PROCESS.getProcessCpuTime();
            threadBegin = threadCpu();
        }

        /** Reads it again. */
        @TearDown(Level.Iteration)
        public void end() {
            cpuNanos = PROCESS.getProcessCpuTime() - begin;
            threadNanos = threadCpu() - threadBegin;
        }
    }

    /**
     * Reads the credentials of the kind, and verifies until the compiler has had its fill: by CPU
     * time, which passes slowly where others are at work.
     */
    @Setup
    public void warmUp() {
        credentials = IssuedCredentials.of(proof).all();
        signed =
                proof.startsWith("jwt-")
                        ? Signed.token(credentials.getFirst().document())
                        : Signed.digests();
        long begin = Counted.threadCpu();
        while (Counted.threadCpu() - begin < WARM_UP_NANOS) {
            for (var one : credentials) {
                IssuedCredentials.requireVerified(verifier.verify(one.document(), one.recipient()));
            }
        }
    }

    /** Bytes in, report out. */
    @Benchmark
    public VerificationReport verification(Counted counted) {
        next = (next + 1) % credentials.size();
        counted.operations++;
        var one = credentials.get(next);
        return verifier.verify(one.document(), one.recipient());
    }

    /** The one step that nobody can leave out. */
    @Benchmark
    public boolean signature(Counted counted) {
        counted.operations++;
        return signed.fits();
    }

    /** Something signed, as a credential of the kind is. */
    @SuppressWarnings("ArrayRecordComponent") // made once, and never changed
    private record Signed(VerificationKey key, byte[] data, byte[] signature) {

        /** The 64 bytes that a Data Integrity proof signs, with Ed25519. */
        static Signed digests() {
            var signer = Ed25519SigningKey.generate();
            byte[] digests = new byte[64];
            var key = Multikey.decode(signer.publicKeyMultibase()).orElseThrow();
            return new Signed(key, digests, signer.sign(digests));
        }

        static Signed token(byte[] document) {
            var text = new String(document, StandardCharsets.US_ASCII);
            var json = StrictJson.within(InputLimits.standard());
            if (CompactJwt.parse(text, json) instanceof CompactJwt.Parsed.Token(var jwt)
                    && new KeyDirectory(DocumentSource.none())
                                    .find(jwt.header().path("kid").stringValue())
                            instanceof KeyFinder.Answer.Found(var key)) {
                return new Signed(key, jwt.signingInput(), jwt.signature());
            }
            throw new IllegalStateException("not a token with its key in it: " + text);
        }

        boolean fits() {
            return key.verifies(data, signature);
        }
    }
}
