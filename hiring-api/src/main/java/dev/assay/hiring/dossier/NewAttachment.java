package dev.assay.hiring.dossier;

import dev.assay.hiring.shared.InvalidInput;
import java.util.Arrays;
import java.util.List;

/** A file somebody hands in: looked at, and fit to be kept. */
public final class NewAttachment {

    /** How large a file may be. */
    public static final int MAXIMUM_BYTES = 5 * 1024 * 1024;

    private static final String TAKEN =
            "is none of the kinds that are taken: PDF, DOCX, ODT, RTF, plain text (UTF-8), PNG, JPEG";

    private final String name;
    private final FileKind kind;
    private final byte[] content;

    private NewAttachment(String name, FileKind kind, byte[] content) {
        this.name = name;
        this.kind = kind;
        this.content = content;
    }

    /** The media types of the kinds that are taken. */
    public static List<String> mediaTypes() {
        return Arrays.stream(FileKind.values()).map(FileKind::mediaType).toList();
    }

    /**
     * @param name what its sender calls it
     * @param pointer where in the request its bytes are
     * @throws InvalidInput when it is empty, too large or of no kind that is taken
     */
    public static NewAttachment of(String name, byte[] content, String pointer) {
        if (content.length == 0) {
            throw new InvalidInput(pointer, "is empty");
        }
        if (content.length > MAXIMUM_BYTES) {
            throw new InvalidInput(pointer, "is larger than " + MAXIMUM_BYTES + " bytes");
        }
        FileKind kind = FileKind.of(content).orElseThrow(() -> new InvalidInput(pointer, TAKEN));
        return new NewAttachment(FileName.of(name, kind), kind, content);
    }

    String name() {
        return name;
    }

    FileKind kind() {
        return kind;
    }

    byte[] content() {
        return content;
    }
}
