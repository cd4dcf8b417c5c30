package dev.assay.hiring.dossier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, whatever it is called. */
class FileKindTest {

    private static final String ODT = "application/vnd.oasis.opendocument.text";

    @Test
    void knowsWhatIsTakenByItsContent() throws IOException {
        assertThat(FileKind.of("%PDF-1.7\n…".getBytes(UTF_8))).contains(FileKind.PDF);
        assertThat(FileKind.of("{\\rtf1 Hello}".getBytes(UTF_8))).contains(FileKind.RTF);
        assertThat(FileKind.of("Grüße,\nKim\t🙂".getBytes(UTF_8))).contains(FileKind.TEXT);
        assertThat(FileKind.of("\u0089PNG\r\n\u001a\n...".getBytes(ISO_8859_1)))
                .contains(FileKind.PNG);
        assertThat(FileKind.of("\u00ff\u00d8\u00ff\u00e0".getBytes(ISO_8859_1)))
                .contains(FileKind.JPEG);
        assertThat(FileKind.of(zip(Map.of("[Content_Types].xml", "", "word/document.xml", ""))))
                .contains(FileKind.DOCX);
        assertThat(FileKind.of(odt(ODT, "content.xml"))).contains(FileKind.ODT);
    }

    @Test
    void takesNoProgramNoPlainArchiveAndNoMacros() throws IOException {
        assertThat(FileKind.of("MZ\u0090\u0000".getBytes(ISO_8859_1))).isEmpty();
        assertThat(FileKind.of("\u007fELF".getBytes(ISO_8859_1))).isEmpty();
        assertThat(FileKind.of(zip(Map.of("run.exe", "MZ")))).isEmpty();
        assertThat(
                        FileKind.of(
                                zip(
                                        Map.of(
                                                "[Content_Types].xml", "",
                                                "word/document.xml", "",
                                                "word/vbaProject.bin", ""))))
                .isEmpty();
        assertThat(FileKind.of(odt(ODT, "content.xml", "Basic/script-lc.xml"))).isEmpty();
        assertThat(FileKind.of(odt(ODT + "-template", "content.xml"))).isEmpty();
        assertThat(
                        FileKind.of(
                                odt(
                                        "application/vnd.oasis.opendocument.spreadsheet",
                                        "content.xml")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u001b[31m", "\u00ff\u00fe"})
    void takesNoTextThatIsNone(String text) {
        assertThat(FileKind.of(text.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void takesNoArchiveWhoseDirectoryIsCutOff() throws IOException {
        byte[] whole = zip(Map.of("[Content_Types].xml", "", "word/document.xml", ""));

        for (int cut = 4; cut < whole.length - 22; cut += 7) {
            assertThat(FileKind.of(Arrays.copyOf(whole, cut))).isEmpty();
        }
    }

    @Property(tries = 300)
    void neverFailsWhateverIsSent(@ForAll byte[] bytes, @ForAll boolean archive) {
        byte[] sent = bytes.clone();
        if (archive && sent.length >= 26) {
            System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, sent, 0, 4);
            System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, sent, sent.length - 22, 4);
        }
        assertThat(FileKind.of(sent)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cv.pdf | cv.pdf",
                "CV.PDF | CV.pdf",
                "cv.exe | cv.exe.pdf",
                "../../etc/passwd | passwd.pdf",
                "C:\\Users\\kim\\cv.pdf | cv.pdf",
                "....hidden.pdf | hidden.pdf",
                "a\"b;*.pdf | ab;.pdf",
                "cv\u202efdp.exe | cvfdp.exe.pdf",
                ".pdf | pdf.pdf",
                "/ | attachment.pdf",
                "Lebenslauf Jürgen.pdf | Lebenslauf Jürgen.pdf",
            })
    void makesNamesSafe(String given, String kept) {
        assertThat(FileName.of(given, FileKind.PDF)).isEqualTo(kept);
    }

    @Test
    void cutsNamesWithoutBreakingACharacter() {
        assertThat(FileName.of("🙂".repeat(300) + ".pdf", FileKind.PDF))
                .isEqualTo("🙂".repeat(120) + ".pdf");
    }

    private static byte[] odt(String type, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] content = type.getBytes(UTF_8);
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(content.length);
            first.setCrc(sum.getValue());
            zip.putNextEntry(first);
            zip.write(content);
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new LinkedHashMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
