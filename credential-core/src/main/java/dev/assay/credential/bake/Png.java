package dev.assay.credential.bake;

import dev.assay.credential.report.CheckCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** The chunks of a PNG (PNG 1.2 §5), read for their text alone. */
final class Png {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final int MAX_CHUNKS = 256;
    private static final List<String> KEYWORDS = List.of("openbadgecredential", "openbadges");

    private Png() {}

    static Unbaked unbake(byte[] image) {
        try {
            var texts = texts(ByteBuffer.wrap(image, SIGNATURE.length, image.length - 8));
            for (var keyword : KEYWORDS) {
                var baked = texts.stream().filter(t -> t.keyword().equals(keyword)).toList();
                if (baked.size() > 1) {
                    return BakedImage.malformed(
                            CheckCode.BAKED_TWICE, "The image has more than one badge in it.");
                }
                if (baked.size() == 1) {
                    return new Unbaked.Badge(baked.getFirst().text());
                }
            }
            return new Unbaked.Nothing();
        } catch (Broken e) {
            return BakedImage.malformed(e.code, String.valueOf(e.getMessage()));
        }
    }

    private record Text(String keyword, String text) {}

    private static List<Text> texts(ByteBuffer chunks) throws Broken {
        var texts = new ArrayList<Text>();
        for (int count = 0; chunks.hasRemaining(); count++) {
            if (count >= MAX_CHUNKS) {
                throw new Broken(CheckCode.TOO_COMPLEX, "The image has too many chunks.");
            }
            if (chunks.remaining() < 12) {
                throw Broken.malformed();
            }
            int length = chunks.getInt();
            if (length < 0 || length > chunks.remaining() - 8) {
                throw Broken.malformed();
            }
            byte[] body = new byte[4 + length];
            chunks.get(body);
            if (chunks.getInt() != crc(body)) {
                throw new Broken(
                        CheckCode.MALFORMED_IMAGE, "A part of the image was altered or damaged.");
            }
            var type = new String(body, 0, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("IEND")) {
                return texts;
            }
            var data = ByteBuffer.wrap(body, 4, length).slice();
            switch (type) {
                case "iTXt" -> international(data).ifPresent(texts::add);
                case "tEXt" -> latin(data).ifPresent(texts::add);
                default -> {}
            }
        }
        throw Broken.malformed(); // the end is missing
    }

    private static int crc(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return (int) crc.getValue();
    }

    /** Open Badges 1 kept its text here. */
    private static Optional<Text> latin(ByteBuffer data) throws Broken {
        var keyword = upToNul(data);
        return KEYWORDS.contains(keyword)
                ? Optional.of(new Text(keyword, rest(data, StandardCharsets.ISO_8859_1)))
                : Optional.empty();
    }

    private static Optional<Text> international(ByteBuffer data) throws Broken {
        var keyword = upToNul(data);
        if (!KEYWORDS.contains(keyword)) {
            return Optional.empty();
        }
        if (data.remaining() < 2) {
            throw Broken.malformed();
        }
        int compressed = data.get();
        int method = data.get();
        upToNul(data); // language
        upToNul(data); // keyword in that language
        if (compressed == 0) {
            return Optional.of(new Text(keyword, rest(data, StandardCharsets.UTF_8)));
        }
        if (compressed != 1 || method != 0) {
            throw Broken.malformed();
        }
        return Optional.of(new Text(keyword, decoded(inflated(data), StandardCharsets.UTF_8)));
    }

    /** Stops at the limit, however small the text came. */
    private static ByteBuffer inflated(ByteBuffer data) throws Broken {
        byte[] packed = new byte[data.remaining()];
        data.get(packed);
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return ByteBuffer.wrap(in.readNBytes(BakedImage.MAX_TEXT + 1));
        } catch (IOException _) {
            throw Broken.malformed(); // not zlib
        }
    }

    private static String upToNul(ByteBuffer data) throws Broken {
        var text = new StringBuilder();
        while (data.hasRemaining()) {
            int octet = data.get() & 0xff;
            if (octet == 0) {
                return text.toString();
            }
            text.append((char) octet);
        }
        throw Broken.malformed();
    }

    private static String rest(ByteBuffer data, Charset charset) throws Broken {
        return decoded(data.slice(), charset);
    }

    private static String decoded(ByteBuffer data, Charset charset) throws Broken {
        if (data.remaining() > BakedImage.MAX_TEXT) {
            throw new Broken(
                    CheckCode.TOO_LARGE,
                    "What is baked in is larger than " + BakedImage.MAX_TEXT + " bytes.");
        }
        try {
            return charset.newDecoder().decode(data).toString();
        } catch (CharacterCodingException _) {
            throw new Broken(CheckCode.NOT_UTF_8, "What is baked in is not UTF-8.");
        }
    }

    /** No image to go on with; never leaves this class. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        private final CheckCode code;

        Broken(CheckCode code, String detail) {
            super(detail);
            this.code = code;
        }

        static Broken malformed() {
            return new Broken(CheckCode.MALFORMED_IMAGE, "The image is not a whole PNG.");
        }
    }
}
