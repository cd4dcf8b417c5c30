package dev.assay.hiring.dossier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of files that are taken, told by what is in them and never by what they are called.
 * Nothing is unpacked: of an archive only its directory is read.
 */
enum FileKind {
    PDF("application/pdf", List.of("pdf")),
    PNG("image/png", List.of("png")),
    JPEG("image/jpeg", List.of("jpg", "jpeg")),
    RTF("application/rtf", List.of("rtf")),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            List.of("docx")),
    ODT("application/vnd.oasis.opendocument.text", List.of("odt")),
    TEXT("text/plain", List.of("txt", "md"));

    private static final byte[] PNG_MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_MAGIC = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int MOST_ENTRIES = 5_000;

    /** Where the first file of an archive begins whose name is "mimetype". */
    private static final int ODT_TYPE_AT = 38;

    private final String mediaType;
    private final List<String> extensions;

    FileKind(String mediaType, List<String> extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    String mediaType() {
        return mediaType;
    }

    /** The endings a name of this kind may have; the first is the usual one. */
    List<String> extensions() {
        return extensions;
    }

    static FileKind ofMediaType(String mediaType) {
        return List.of(values()).stream()
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** What these bytes are; empty for anything that is not taken. */
    static Optional<FileKind> of(byte[] bytes) {
        if (starts(bytes, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of(PDF);
        }
        if (starts(bytes, PNG_MAGIC)) {
            return Optional.of(PNG);
        }
        if (starts(bytes, JPEG_MAGIC)) {
            return Optional.of(JPEG);
        }
        if (starts(bytes, "{\\rtf".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of(RTF);
        }
        if (starts(bytes, ZIP_MAGIC)) {
            return document(bytes);
        }
        return isText(bytes) ? Optional.of(TEXT) : Optional.empty();
    }

    private static Optional<FileKind> document(byte[] bytes) {
        Set<String> names = entries(bytes);
        if (names.contains("word/document.xml")
                && names.contains("[Content_Types].xml")
                && names.stream().noneMatch(name -> name.endsWith("vbaProject.bin"))) {
            return Optional.of(DOCX);
        }
        byte[] type = ODT.mediaType.getBytes(StandardCharsets.US_ASCII);
        boolean odt =
                bytes.length > ODT_TYPE_AT + type.length
                        && starts(bytes, ODT_TYPE_AT - "mimetype".length(), "mimetype")
                        && starts(bytes, ODT_TYPE_AT, ODT.mediaType)
                        // A template or a master document only begins alike.
                        && bytes[ODT_TYPE_AT + type.length] != '-'
                        && names.contains("content.xml")
                        && names.stream().noneMatch(name -> name.startsWith("Basic/"));
        return odt ? Optional.of(ODT) : Optional.empty();
    }

    /** The names of an archive's files as its directory lists them; none where that is broken. */
    private static Set<String> entries(byte[] bytes) {
        ByteBuffer archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = endOfDirectory(archive);
        if (end < 0) {
            return Set.of();
        }
        int count = Short.toUnsignedInt(archive.getShort(end + 10));
        int at = archive.getInt(end + 16);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (i == MOST_ENTRIES
                    || at < 0
                    || at > bytes.length - ENTRY_LENGTH
                    || archive.getInt(at) != DIRECTORY_ENTRY) {
                return Set.of();
            }
            int name = Short.toUnsignedInt(archive.getShort(at + 28));
            int extra = Short.toUnsignedInt(archive.getShort(at + 30));
            int comment = Short.toUnsignedInt(archive.getShort(at + 32));
            if (name > bytes.length - at - ENTRY_LENGTH) {
                return Set.of();
            }
            names.add(new String(bytes, at + ENTRY_LENGTH, name, StandardCharsets.UTF_8));
            at += ENTRY_LENGTH + name + extra + comment;
        }
        return names;
    }

    private static int endOfDirectory(ByteBuffer archive) {
        int last = archive.capacity() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (archive.getInt(at) == END_OF_DIRECTORY) {
                return at;
            }
        }
        return -1;
    }

    /** UTF-8 without anything a terminal would take for a command. */
    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) {
            boolean control = one >= 0 && one < ' ';
            if (one == 0x7f
                    || (control && one != '\t' && one != '\n' && one != '\r' && one != '\f')) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return bytes.length > 0;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    private static boolean starts(byte[] bytes, int at, String with) {
        byte[] wanted = with.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length >= with.length
                && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
