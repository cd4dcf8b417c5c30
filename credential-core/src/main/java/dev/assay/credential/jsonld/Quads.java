package dev.assay.credential.jsonld;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * RDF quads of one graph, written as N-Quads bytes from the start. Nodes and quads are numbered. A
 * blank node is the object of one quad at most, as in any JSON tree. For one thread.
 */
class Quads {

    private static final int NONE = -1;

    private byte[] text;
    private int length;
    private boolean hasSurrogates;
    private boolean hasHighest;

    private int count;
    private int[] subject;
    private byte[][] predicate;
    private int[] objectStart; // or the number of a node, when the end is NONE
    private int[] objectEnd;
    private int[] nextOfSubject;

    private int nodes;
    private int[] nodeStart; // NONE for a blank node
    private int[] nodeEnd;
    private int[] firstQuad;
    private int[] lastQuad;
    private int[] quadCount;
    private int[] mention;
    private final Map<String, Integer> named = new HashMap<>();

    Quads() {
        this(8_192);
    }

    private Quads(int capacity) {
        text = new byte[capacity];
        int some = capacity / 64;
        subject = new int[some];
        predicate = new byte[some][];
        objectStart = new int[some];
        objectEnd = new int[some];
        nextOfSubject = new int[some];
        int few = some / 4;
        nodeStart = new int[few];
        nodeEnd = new int[few];
        firstQuad = new int[few];
        lastQuad = new int[few];
        quadCount = new int[few];
        mention = new int[few];
    }

    /** Quads of a document that is only to be looked at: everything is checked, nothing written. */
    static Quads unwritten() {
        return new Unwritten();
    }

    /** Whether what is added is there afterwards. */
    boolean isWritten() {
        return true;
    }

    // --- nodes ------------------------------------------------------------------------------

    /** A new node that has no name. */
    int blankNode() {
        return node(NONE, NONE);
    }

    /** The node of that name; empty for an IRI that the direct way does not write. */
    Optional<Integer> namedNode(String iri) {
        var known = named.get(iri);
        if (known != null) {
            return Optional.of(known);
        }
        int start = length;
        if (!iri(iri)) {
            return Optional.empty();
        }
        int node = node(start, length);
        named.put(iri, node);
        return Optional.of(node);
    }

    private int node(int start, int end) {
        if (nodes == nodeStart.length) {
            int larger = nodes * 2;
            nodeStart = Arrays.copyOf(nodeStart, larger);
            nodeEnd = Arrays.copyOf(nodeEnd, larger);
            firstQuad = Arrays.copyOf(firstQuad, larger);
            lastQuad = Arrays.copyOf(lastQuad, larger);
            quadCount = Arrays.copyOf(quadCount, larger);
            mention = Arrays.copyOf(mention, larger);
        }
        nodeStart[nodes] = start;
        nodeEnd[nodes] = end;
        firstQuad[nodes] = NONE;
        lastQuad[nodes] = NONE;
        mention[nodes] = NONE;
        return nodes++;
    }

    int nodes() {
        return nodes;
    }

    boolean isBlank(int node) {
        return nodeStart[node] == NONE;
    }

    // --- quads ------------------------------------------------------------------------------

    /** A quad whose object is a node. */
    void add(int from, byte[] property, int node) {
        if (isBlank(node)) {
            mention[node] = count;
        }
        add(from, property, node, NONE);
    }

    /** A quad whose object is the text written since. */
    void addTextSince(int from, byte[] property, int start) {
        add(from, property, start, length);
    }

    private void add(int from, byte[] property, int start, int end) {
        if (count == subject.length) {
            int larger = count * 2;
            subject = Arrays.copyOf(subject, larger);
            predicate = Arrays.copyOf(predicate, larger);
            objectStart = Arrays.copyOf(objectStart, larger);
            objectEnd = Arrays.copyOf(objectEnd, larger);
            nextOfSubject = Arrays.copyOf(nextOfSubject, larger);
        }
        subject[count] = from;
        predicate[count] = property;
        objectStart[count] = start;
        objectEnd[count] = end;
        nextOfSubject[count] = NONE;
        if (lastQuad[from] == NONE) {
            firstQuad[from] = count;
        } else {
            nextOfSubject[lastQuad[from]] = count;
        }
        lastQuad[from] = count;
        quadCount[from]++;
        count++;
    }

    int count() {
        return count;
    }

    /** The quads of a subject, in the order in which they came. */
    int[] quadsOf(int node) {
        int[] quads = new int[quadCount[node]];
        int quad = firstQuad[node];
        for (int i = 0; i < quads.length; i++) {
            quads[i] = quad;
            quad = nextOfSubject[quad];
        }
        return quads;
    }

    int subjectOf(int quad) {
        return subject[quad];
    }

    byte[] predicateOf(int quad) {
        return predicate[quad];
    }

    /** Whether the object is a node without a name. */
    boolean endsInBlank(int quad) {
        return objectEnd[quad] == NONE && isBlank(objectStart[quad]);
    }

    /** The node that is the object of a quad that ends in a node. */
    int nodeOf(int quad) {
        return objectStart[quad];
    }

    /** The quad whose object the blank node is; -1 when there is none. */
    int mentionOf(int node) {
        return mention[node];
    }

    /** Where the object starts within {@link #text()}, unless it is a blank node. */
    int objectStart(int quad) {
        return objectEnd[quad] == NONE ? nodeStart[objectStart[quad]] : objectStart[quad];
    }

    int objectEnd(int quad) {
        return objectEnd[quad] == NONE ? nodeEnd[objectStart[quad]] : objectEnd[quad];
    }

    int nodeStart(int node) {
        return nodeStart[node];
    }

    int nodeEnd(int node) {
        return nodeEnd[node];
    }

    /** Everything written; the caller must not change it. */
    byte[] text() {
        return text;
    }

    /**
     * Whether the order of lines is the same by UTF-16 code unit, as the general processor sorts,
     * and by UTF-8 byte, as we do.
     */
    boolean hasOneOrder() {
        return !(hasSurrogates && hasHighest);
    }

    // --- text -------------------------------------------------------------------------------

    /** Where the next text will start. */
    int position() {
        return length;
    }

    /** Writes bytes as they are. */
    void raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, text, length, bytes.length);
        length += bytes.length;
    }

    /**
     * Writes an IRI in angle brackets; false, with nothing written, if it is none we are sure of.
     */
    boolean iri(String iri) {
        if (!isWritable(iri)) {
            return false;
        }
        room(iri.length() + 2);
        text[length++] = '<';
        ascii(iri);
        text[length++] = '>';
        return true;
    }

    @SuppressWarnings("deprecation") // exactly what is wanted: the text is known to be ASCII
    private void ascii(String ascii) {
        ascii.getBytes(0, ascii.length(), text, length);
        length += ascii.length();
    }

    private static boolean isWritable(String iri) {
        return Iri.isPlain(iri) || (isAscii(iri) && Iri.isAbsolute(iri) && !iri.startsWith("_:"));
    }

    private static boolean isAscii(String iri) {
        for (int i = 0; i < iri.length(); i++) {
            if (iri.charAt(i) <= ' ' || iri.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes a literal, its opening quote included and its closing one not; false, with nothing
     * kept, for characters that would need more care than they are worth.
     */
    boolean literal(String value) {
        int begin = length;
        room(3 * value.length() + 1);
        text[length++] = '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                text[length++] = (byte) c;
            } else if (c < 0x80) {
                if (!escaped(c)) {
                    length = begin;
                    return false;
                }
            } else if (c < 0x800) {
                text[length++] = (byte) (0xc0 | (c >> 6));
                text[length++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                hasHighest |= c >= 0xe000;
                text[length++] = (byte) (0xe0 | (c >> 12));
                text[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                text[length++] = (byte) (0x80 | (c & 0x3f));
            } else if (i + 1 < value.length()
                    && Character.isSurrogatePair(c, value.charAt(i + 1))) {
                pair(Character.toCodePoint(c, value.charAt(++i)));
            } else {
                length = begin;
                return false;
            }
        }
        return true;
    }

    private boolean escaped(char c) {
        char letter =
                switch (c) {
                    case '"', '\\' -> c;
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    case '\t' -> 't';
                    default -> 0;
                };
        text[length] = '\\';
        text[length + 1] = (byte) letter;
        length += 2;
        return letter != 0;
    }

    private void pair(int codePoint) {
        hasSurrogates = true;
        text[length++] = (byte) (0xf0 | (codePoint >> 18));
        text[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
        text[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
        text[length++] = (byte) (0x80 | (codePoint & 0x3f));
    }

    /** Writes a language tag and what goes before it. */
    void language(String tag) {
        raw(("\"@" + tag).getBytes(StandardCharsets.US_ASCII));
    }

    private void room(int more) {
        if (text.length - length < more) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + more));
        }
    }

    private static final class Unwritten extends Quads {
        Unwritten() {
            super(0);
        }

        @Override
        boolean isWritten() {
            return false;
        }

        @Override
        int blankNode() {
            return 0;
        }

        @Override
        Optional<Integer> namedNode(String iri) {
            return iri(iri) ? Optional.of(0) : Optional.empty();
        }

        @Override
        void add(int from, byte[] property, int node) {}

        @Override
        void addTextSince(int from, byte[] property, int start) {}

        @Override
        void raw(byte[] bytes) {}

        @Override
        boolean iri(String iri) {
            return isWritable(iri);
        }

        @Override
        boolean literal(String value) {
            return true; // no text is refused, by whatever way
        }

        @Override
        void language(String tag) {}
    }
}
