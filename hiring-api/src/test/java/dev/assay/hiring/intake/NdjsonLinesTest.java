package dev.assay.hiring.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Lines, however they arrive. */
class NdjsonLinesTest {

    private static final int LONGEST = 10;

    @Test
    void endWithEitherLineEndAndTheLastWithNone() throws IOException {
        assertThat(read("a\nb\r\nc")).containsExactly("1:a", "2:b", "3:c");
    }

    @Test
    void areCountedThoughTheyBeEmpty() throws IOException {
        assertThat(read("\n \t\r\na\n\n")).containsExactly("3:a");
        assertThat(read("")).isEmpty();
    }

    @Test
    void beginAfterAByteOrderMark() throws IOException {
        assertThat(read("\uFEFFa\n\uFEFFb")).containsExactly("1:a", "2:\uFEFFb");
    }

    @Test
    void areTooLongFromTheFirstByteBeyond() throws IOException {
        String just = "x".repeat(LONGEST);

        assertThat(read(just + "\n" + just + "\r\n" + just + "y\nb"))
                .containsExactly("1:" + just, "2:" + just, "3:too long", "4:b");
        assertThat(read("x".repeat(200_000) + "\nb")).containsExactly("1:too long", "2:b");
        assertThat(read(just + "yz")).containsExactly("1:too long");
    }

    @Test
    void tellHowManyBytesTheyWere() throws IOException {
        var lines = new NdjsonLines(stream("ab\ncd", 1), LONGEST);
        while (lines.next().isPresent()) {
            assertThat(lines.bytes()).isPositive();
        }
        assertThat(lines.bytes()).isEqualTo(5);
    }

    @Property(tries = 100)
    void areTheSameInWhateverPiecesTheyArrive(
            @ForAll @Size(max = 8) List<@AlphaChars @StringLength(min = 1, max = 12) String> sent)
            throws IOException {
        String body = String.join("\n", sent);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            expected.add(
                    (i + 1) + ":" + (sent.get(i).length() > LONGEST ? "too long" : sent.get(i)));
        }

        for (int piece : new int[] {1, 2, 3, 7, 64}) {
            assertThat(read(stream(body, piece))).isEqualTo(expected);
        }
    }

    private static List<String> read(String body) throws IOException {
        return read(stream(body, 4096));
    }

    private static List<String> read(InputStream body) throws IOException {
        var lines = new NdjsonLines(body, LONGEST);
        List<NdjsonLines.Line> read = new ArrayList<>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get());
        }
        return read.stream()
                .map(line ->
                        line.number()
                                + ":"
                                + (line.isTooLong()
                                        ? "too long"
                                        : new String(
                                                Objects.requireNonNull(line.bytes()),
                                                StandardCharsets.UTF_8)))
                .collect(Collectors.toList());
    }

    /** At most so many bytes at a read. */
    private static InputStream stream(String body, int piece) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, piece));
            }

            @Override
            public int read(byte[] target) {
                return read(target, 0, target.length);
            }
        };
    }
}
