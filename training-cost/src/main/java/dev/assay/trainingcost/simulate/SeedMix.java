package dev.assay.trainingcost.simulate;

/** Makes independent seeds out of one (the finaliser of Steele, Lea and Flood's SplitMix, 2014). */
final class SeedMix {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private SeedMix() {}

    static long mix(long seed, long index) {
        return finish(seed + (index + 1) * GOLDEN_GAMMA);
    }

    static long finish(long state) {
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
