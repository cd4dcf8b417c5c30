package dev.assay.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.Presented;
import dev.assay.credential.key.Multikey;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.report.VerificationReport;
import java.lang.management.ManagementFactory;
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
 * a bare Ed25519 signature. Counts the CPU time of the whole process, which other programs on the
 * machine disturb less than the time on the wall.
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
    private final byte[] digests = new byte[64];
    private final Ed25519SigningKey signer = Ed25519SigningKey.generate();
    private final byte[] signature = signer.sign(digests);
    private final VerificationKey key = Multikey.decode(signer.publicKeyMultibase()).orElseThrow();
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

    /** One Ed25519 signature over the 64 bytes that a proof signs. */
    @Benchmark
    public boolean signature(Counted counted) {
        counted.operations++;
        return key.verifies(digests, signature);
    }
}
