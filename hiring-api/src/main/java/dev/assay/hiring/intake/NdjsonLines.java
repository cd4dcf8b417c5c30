package dev.assay.hiring.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes newline-delimited JSON apart, a line at a time: never more than one in memory, and of one
 * that is too long not even that. Lines end with LF or CRLF, the last one with neither; those with
 * nothing but white space are counted and passed over, and so is a byte order mark before the
 * first.
 */
final class NdjsonLines {

    private static final int BUFFER = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream body;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long bytes;
    private long line;

    /**
     * @param longest bytes that a line may have, its end not counted
     */
    NdjsonLines(InputStream body, int longest) {
        this.body = body;
        this.longest = longest;
    }

    /**
     * @param bytes the line without its end; none when it is longer than may be
     */
    record Line(long number, byte @Nullable [] bytes) {

        boolean isTooLong() {
            return bytes == null;
        }
    }

    /** The next line that has something in it; empty after the last. */
    Optional<Line> next() throws IOException {
        while (fill()) {
            line++;
            byte[] read = rest();
            if (read == null || !isBlank(read)) {
                return Optional.of(new Line(line, read));
            }
        }
        return Optional.empty();
    }

    /** How many bytes were read so far. */
    long bytes() {
        return bytes;
    }

    private byte @Nullable [] rest() throws IOException {
        var read = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            ended = at < end;
            // One more for the CR, whose LF has not come yet.
            tooLong |= read.size() + at - from > longest + 1;
            if (!tooLong) {
                read.write(buffer, from, at - from);
            }
            if (ended) {
                at++;
            }
        }
        return tooLong ? null : bare(read.toByteArray());
    }

    private byte @Nullable [] bare(byte[] read) {
        int from = line == 1 && startsWithMark(read) ? BYTE_ORDER_MARK.length : 0;
        int to =
                read.length > from && read[read.length - 1] == '\r' ? read.length - 1 : read.length;
        return to - from > longest ? null : Arrays.copyOfRange(read, from, to);
    }

    private static boolean startsWithMark(byte[] read) {
        return read.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                        read,
                        0,
                        BYTE_ORDER_MARK.length,
                        BYTE_ORDER_MARK,
                        0,
                        BYTE_ORDER_MARK.length);
    }

    private static boolean isBlank(byte[] read) {
        for (byte one : read) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = Math.max(0, body.read(buffer));
        bytes += end;
        return end > 0;
    }
}
