package dev.assay.trainingcost.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Shares out what a group achieves together: each player gets the mean of what joining adds, over
 * all orders of joining (L. S. Shapley, "A value for n-person games", 1953). The shares sum to the
 * value of all players together.
 *
 * <p>Exact up to {@value #MOST_EXACT} players, and for games whose value is the largest single
 * contribution ({@link #ofLargest}) for any number. Beyond that, orders are drawn and each is used
 * forwards and backwards, so that the sum stays exact and only the split is estimated.
 */
final class Shapley {

    static final int MOST_EXACT = 12;
    private static final int ORDERS = 512;

    private Shapley() {}

    /** The shares for a game; the value of nobody must be 0. */
    static double[] values(int players, ToDoubleFunction<boolean[]> game, long seed) {
        return players <= MOST_EXACT ? exact(players, game) : sampled(players, game, seed);
    }

    private static double[] exact(int players, ToDoubleFunction<boolean[]> game) {
        var worth = new double[1 << players];
        for (int group = 1; group < worth.length; group++) {
            worth[group] = game.applyAsDouble(members(group, players));
        }
        var weights = weightsBySize(players);
        var shares = new double[players];
        for (int player = 0; player < players; player++) {
            int bit = 1 << player;
            for (int group = 0; group < worth.length; group++) {
                if ((group & bit) == 0) {
                    shares[player] +=
                            weights[Integer.bitCount(group)] * (worth[group | bit] - worth[group]);
                }
            }
        }
        return shares;
    }

    private static boolean[] members(int group, int players) {
        var members = new boolean[players];
        for (int player = 0; player < players; player++) {
            members[player] = (group >> player & 1) == 1;
        }
        return members;
    }

    /** The chance that exactly a given group of this size has joined before a player. */
    private static double[] weightsBySize(int players) {
        var weights = new double[Math.max(1, players)];
        double groups = 1;
        for (int size = 0; size < players; size++) {
            weights[size] = 1 / (players * groups);
            groups = groups * (players - 1 - size) / (size + 1);
        }
        return weights;
    }

    private static double[] sampled(int players, ToDoubleFunction<boolean[]> game, long seed) {
        var random = new SplittableRandom(seed);
        var order = new int[players];
        for (int i = 0; i < players; i++) {
            order[i] = i;
        }
        var shares = new double[players];
        for (int round = 0; round < ORDERS; round++) {
            shuffle(order, random);
            walk(order, game, shares, false);
            walk(order, game, shares, true);
        }
        for (int i = 0; i < players; i++) {
            shares[i] /= 2 * ORDERS;
        }
        return shares;
    }

    private static void walk(
            int[] order, ToDoubleFunction<boolean[]> game, double[] shares, boolean backwards) {
        var members = new boolean[order.length];
        double before = 0;
        for (int i = 0; i < order.length; i++) {
            int player = order[backwards ? order.length - 1 - i : i];
            members[player] = true;
            double worth = game.applyAsDouble(members);
            shares[player] += worth - before;
            before = worth;
        }
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    /**
     * The shares when a group is worth its largest member (the airport game of Littlechild and
     * Owen, 1973): each step up from one contribution to the next is split among all who reach it.
     */
    static double[] ofLargest(double[] contributions) {
        var shares = new double[contributions.length];
        var order = new Integer[contributions.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> contributions[i]));
        double reached = 0;
        double share = 0;
        for (int k = 0; k < order.length; k++) {
            share += (contributions[order[k]] - reached) / (order.length - k);
            reached = contributions[order[k]];
            shares[order[k]] = share;
        }
        return shares;
    }
}
