package dev.assay.credential.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every target in one: the first byte says which, the others are what it reads. */
public final class AnyTarget {

    private static final List<Targets.Target> TARGETS = Targets.all();

    private AnyTarget() {}

    /** Loading and instrumenting all the classes takes longer than any input may. */
    public static void fuzzerInitialize() {
        seeds().forEach(AnyTarget::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length > 0) {
            var target = TARGETS.get((data[0] & 0xff) % TARGETS.size());
            target.run().accept(Arrays.copyOfRange(data, 1, data.length));
        }
    }

    static List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        for (int i = 0; i < TARGETS.size(); i++) {
            for (var seed : TARGETS.get(i).seeds()) {
                byte[] chosen = new byte[seed.length + 1];
                chosen[0] = (byte) i;
                System.arraycopy(seed, 0, chosen, 1, seed.length);
                seeds.add(chosen);
            }
        }
        return seeds;
    }
}
