package dev.assay.bench;

import dev.assay.credential.Presented;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ten thousand credentials as a stream on one core and on two, in turn, and the heap it took. Says
 * so in one line: seconds for each run on one core, on two, and the peak of the heap in MiB.
 */
final class BulkMeasurement {

    private static final int CREDENTIALS = 10_000;
    private static final int TURNS = 7;

    private BulkMeasurement() {}

    public static void main(String[] arguments) {
        var issued = IssuedCredentials.of(arguments[0]).all();
        double[] one = new double[TURNS];
        double[] two = new double[TURNS];
        run(issued, 1);
        run(issued, 2);
        for (int turn = 0; turn < TURNS; turn++) {
            one[turn] = run(issued, 1);
            two[turn] = run(issued, 2);
        }
        long peak =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum();
        System.out.println(
                "{\"one\": %s, \"two\": %s, \"peakMiB\": %d, \"maxMiB\": %d}"
                        .formatted(
                                Arrays.toString(one),
                                Arrays.toString(two),
                                peak >> 20,
                                Runtime.getRuntime().maxMemory() >> 20));
    }

    private static double run(List<Presented> issued, int cores) {
        long begin = System.nanoTime();
        var stream = IntStream.range(0, CREDENTIALS).mapToObj(i -> issued.get(i % issued.size()));
        IssuedCredentials.verifier()
                .verifyAll(stream, cores)
                .forEach(IssuedCredentials::requireVerified);
        return (System.nanoTime() - begin) / 1e9;
    }
}
