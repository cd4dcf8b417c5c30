package dev.assay.credential.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** A PNG image: as a whole, and the text chunk behind its checksum. */
public final class PngTarget {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PngTarget() {}

    /** Loading and instrumenting all the classes takes longer than any input may. */
    public static void fuzzerInitialize() {
        seeds().forEach(PngTarget::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Genuine.check(data);
        Genuine.check(around(data));
    }

    private static byte[] around(byte[] text) {
        var image = new ByteArrayOutputStream();
        image.writeBytes(SIGNATURE);
        image.writeBytes(chunk("IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0}));
        image.writeBytes(chunk("iTXt", text));
        image.writeBytes(chunk("IEND", new byte[0]));
        return image.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] body =
                ByteBuffer.allocate(4 + data.length)
                        .put(type.getBytes(StandardCharsets.US_ASCII))
                        .put(data)
                        .array();
        var crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(data.length)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }

    static List<byte[]> seeds() {
        return Genuine.bytes(
                "openbadgecredential\0\0\0\0\0" + Genuine.BADGES.getFirst(),
                "openbadgecredential\0\1\0\0\0x",
                "openbadges\0\0\0\0\0https://academy.example/1");
    }
}
