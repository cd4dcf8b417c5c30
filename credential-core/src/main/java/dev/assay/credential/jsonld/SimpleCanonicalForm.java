package dev.assay.credential.jsonld;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * RDFC-1.0 for graphs whose blank nodes all differ in what is said directly about them (§4.4, steps
 * 1 to 4 and 6; §4.6), which is nearly every credential. Others, and those that would cost more
 * steps than the budget has, are left to the general algorithm.
 */
final class SimpleCanonicalForm {

    private static final byte[] SELF = ascii("_:a");
    private static final byte[] OTHER = ascii("_:z");
    private static final byte[] END = ascii(" .\n");
    private static final int FEW = 24;

    private final Quads quads;
    private final int[][] order;
    private final byte[][] labels;

    private SimpleCanonicalForm(Quads quads) {
        this.quads = quads;
        this.order = new int[quads.nodes()][];
        this.labels = new byte[quads.nodes()][];
    }

    /** The canonical form; empty means only that the general algorithm has to make it. */
    static Optional<CanonicalForm.Canonical> of(Quads quads, String digest, WorkBudget budget) {
        return new SimpleCanonicalForm(quads).make(digest, budget);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Optional<CanonicalForm.Canonical> make(String digest, WorkBudget budget) {
        int[] blanks = blanks();
        if (steps(blanks) > budget.maxSteps()) {
            return Optional.empty();
        }
        for (int blank : blanks) {
            labels[blank] = OTHER;
        }
        for (int node = 0; node < order.length; node++) {
            order[node] = quads.quadsOf(node);
            sort(order[node]);
        }
        if (!label(blanks, digest)) {
            return Optional.empty();
        }
        return Optional.of(CanonicalForm.Canonical.of(lines()));
    }

    private int[] blanks() {
        int[] blanks = new int[quads.nodes()];
        int count = 0;
        for (int node = 0; node < blanks.length; node++) {
            if (quads.isBlank(node)) {
                blanks[count++] = node;
            }
        }
        return Arrays.copyOf(blanks, count);
    }

    /** What the general algorithm would count, so that both end in the budget at one document. */
    private long steps(int[] blanks) {
        long steps = blanks.length == 0 ? 2 : 3L + blanks.length;
        for (int blank : blanks) {
            steps += quads.quadsOf(blank).length + (quads.mentionOf(blank) < 0 ? 0 : 1);
        }
        return steps;
    }

    // --- names for blank nodes ----------------------------------------------------------------

    @SuppressWarnings("ArrayRecordComponent") // lives within one call
    private record Hashed(int node, byte[] hash) {}

    private boolean label(int[] blanks, String algorithm) {
        var digest = digest(algorithm);
        var hashed = new Hashed[blanks.length];
        var lines = new Lines(1_024);
        for (int i = 0; i < blanks.length; i++) {
            lines.clear();
            if (!describe(blanks[i], lines)) {
                return false;
            }
            digest.update(lines.bytes, 0, lines.length);
            hashed[i] = new Hashed(blanks[i], digest.digest());
        }
        Arrays.sort(hashed, Comparator.comparing(Hashed::hash, Arrays::compareUnsigned));
        for (int i = 0; i < hashed.length; i++) {
            if (i > 0 && Arrays.equals(hashed[i - 1].hash(), hashed[i].hash())) {
                return false;
            }
            labels[hashed[i].node()] = ascii("_:c14n" + i);
        }
        return true;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        }
    }

    /** Hash First Degree Quads, up to the hash; false if the node has a quad twice. */
    private boolean describe(int blank, Lines lines) {
        int mention = quads.mentionOf(blank);
        // A name in angle brackets comes before "_:a", and "_:z" after it.
        boolean first = mention >= 0 && !quads.isBlank(quads.subjectOf(mention));
        if (first) {
            line(lines, mention, subject(mention), SELF);
        }
        int before = -1;
        for (int quad : order[blank]) {
            if (before >= 0 && sameQuad(before, quad)) {
                return false;
            }
            line(lines, quad, SELF, null);
            before = quad;
        }
        if (mention >= 0 && !first) {
            line(lines, mention, OTHER, SELF);
        }
        return true;
    }

    private byte @Nullable [] subject(int quad) {
        int node = quads.subjectOf(quad);
        return labels[node];
    }

    // --- order --------------------------------------------------------------------------------

    private void sort(int[] some) {
        if (some.length > FEW) {
            int[] sorted =
                    Arrays.stream(some)
                            .boxed()
                            .sorted(this::compare)
                            .mapToInt(Integer::intValue)
                            .toArray();
            System.arraycopy(sorted, 0, some, 0, some.length);
            return;
        }
        for (int i = 1; i < some.length; i++) {
            int quad = some[i];
            int j = i - 1;
            while (j >= 0 && compare(some[j], quad) > 0) {
                some[j + 1] = some[j];
                j--;
            }
            some[j + 1] = quad;
        }
    }

    /** The order of lines of one subject. No part of a line begins another, so parts decide. */
    @SuppressWarnings("ReferenceEquality") // saves the comparison where it is cheap to see
    private int compare(int one, int two) {
        byte[] firstPredicate = quads.predicateOf(one);
        byte[] secondPredicate = quads.predicateOf(two);
        int byPredicate =
                firstPredicate == secondPredicate
                        ? 0
                        : Arrays.compareUnsigned(firstPredicate, secondPredicate);
        return byPredicate == 0 ? compareObjects(one, two) : byPredicate;
    }

    private int compareObjects(int one, int two) {
        boolean firstBlank = quads.endsInBlank(one);
        boolean secondBlank = quads.endsInBlank(two);
        byte[] first = firstBlank ? labels[quads.nodeOf(one)] : quads.text();
        byte[] second = secondBlank ? labels[quads.nodeOf(two)] : quads.text();
        return Arrays.compareUnsigned(
                first,
                firstBlank ? 0 : quads.objectStart(one),
                firstBlank ? first.length : quads.objectEnd(one),
                second,
                secondBlank ? 0 : quads.objectStart(two),
                secondBlank ? second.length : quads.objectEnd(two));
    }

    private boolean sameQuad(int one, int two) {
        return !quads.endsInBlank(one) && !quads.endsInBlank(two) && compare(one, two) == 0;
    }

    private int compareNodes(int one, int two) {
        boolean firstBlank = quads.isBlank(one);
        boolean secondBlank = quads.isBlank(two);
        byte[] first = firstBlank ? labels[one] : quads.text();
        byte[] second = secondBlank ? labels[two] : quads.text();
        return Arrays.compareUnsigned(
                first,
                firstBlank ? 0 : quads.nodeStart(one),
                firstBlank ? first.length : quads.nodeEnd(one),
                second,
                secondBlank ? 0 : quads.nodeStart(two),
                secondBlank ? second.length : quads.nodeEnd(two));
    }

    // --- lines --------------------------------------------------------------------------------

    private byte[] lines() {
        var subjects = new Integer[order.length];
        for (int node = 0; node < subjects.length; node++) {
            subjects[node] = node;
        }
        Arrays.sort(subjects, this::compareNodes);
        var lines = new Lines(16_384);
        for (int node : subjects) {
            sort(order[node]); // again, now that blank nodes have their names
            int before = -1;
            for (int quad : order[node]) {
                if (before < 0 || !sameQuad(before, quad)) {
                    line(lines, quad, labels[node], null);
                }
                before = quad;
            }
        }
        return Arrays.copyOf(lines.bytes, lines.length);
    }

    /**
     * Writes one quad.
     *
     * @param subject what a blank subject is called
     * @param object what the object is called, unless by its own name
     */
    private void line(Lines lines, int quad, byte @Nullable [] subject, byte @Nullable [] object) {
        int node = quads.subjectOf(quad);
        if (subject != null) {
            lines.add(subject, 0, subject.length);
        } else {
            lines.add(quads.text(), quads.nodeStart(node), quads.nodeEnd(node));
        }
        lines.add((byte) ' ');
        byte[] predicate = quads.predicateOf(quad);
        lines.add(predicate, 0, predicate.length);
        lines.add((byte) ' ');
        byte[] label =
                object == null && quads.endsInBlank(quad) ? labels[quads.nodeOf(quad)] : object;
        if (label != null) {
            lines.add(label, 0, label.length);
        } else {
            lines.add(quads.text(), quads.objectStart(quad), quads.objectEnd(quad));
        }
        lines.add(END, 0, END.length);
    }

    /** Bytes that grow. */
    private static final class Lines {
        private byte[] bytes;
        private int length;

        Lines(int capacity) {
            bytes = new byte[capacity];
        }

        void clear() {
            length = 0;
        }

        void add(byte[] from, int start, int end) {
            room(end - start);
            System.arraycopy(from, start, bytes, length, end - start);
            length += end - start;
        }

        void add(byte one) {
            room(1);
            bytes[length++] = one;
        }

        private void room(int more) {
            if (bytes.length - length < more) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
            }
        }
    }
}
