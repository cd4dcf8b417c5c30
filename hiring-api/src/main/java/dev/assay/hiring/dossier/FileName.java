package dev.assay.hiring.dossier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a stranger calls a file, made safe to be shown and saved under. */
final class FileName {

    private static final int LONGEST = 120;
    private static final String NAMELESS = "attachment";

    /**
     * Folders, control and formatting characters (which turn text around), and what shells mind.
     */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\"*:<>?|]");

    private FileName() {}

    /** Without its folders, and with an ending that says what it is. */
    static String of(String given, FileKind kind) {
        String last =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain =
                UNWANTED.matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                        .replaceAll("")
                        .strip()
                        .replaceAll("^\\.+", "");
        String lower = plain.toLowerCase(Locale.ROOT);
        String ending =
                kind.extensions().stream()
                        .filter(one -> lower.endsWith("." + one))
                        .findFirst()
                        .orElse("");
        String stem =
                ending.isEmpty() ? plain : plain.substring(0, plain.length() - ending.length() - 1);
        String cut =
                stem.codePointCount(0, stem.length()) > LONGEST
                        ? stem.substring(0, stem.offsetByCodePoints(0, LONGEST))
                        : stem;
        return (cut.isBlank() ? NAMELESS : cut.strip())
                + "."
                + (ending.isEmpty() ? kind.extensions().getFirst() : ending);
    }
}
