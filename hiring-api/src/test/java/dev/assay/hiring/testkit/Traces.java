package dev.assay.hiring.testkit;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Looks for words in everything there is: rows, catalogues, files, logs. Each word is looked for in
 * UTF-8 and both UTF-16, as JSON and as an address would write it, in hexadecimal, in Base64 at
 * each of its three alignments, and as its plain SHA-256, which for an address is as good as the
 * address.
 */
public final class Traces {

    /** Every character of it survives in a string of one character a byte. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final String TABLES =
            """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_t%'
            order by 1
            """;

    /** What each form is called, by the bytes to look for. */
    private final Map<String, String> forms = new LinkedHashMap<>();

    private Traces(Collection<String> words) {
        for (String word : words) {
            addForms(word);
        }
    }

    public static Traces of(Collection<String> words) {
        return new Traces(words);
    }

    /** The forms that occur in a text. */
    public List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The forms that occur in these bytes. */
    public List<String> in(byte[] bytes) {
        String haystack = new String(bytes, BYTES);
        return forms.keySet().stream().filter(haystack::contains).map(forms::get).toList();
    }

    /** Where in any row of any table something is found, catalogues and statistics among them. */
    public Collection<String> inTables(DataSource superuser) throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                // Bytes read as hexadecimal there, which is one of the forms.
                try (ResultSet row =
                        statement.executeQuery("select t::text from " + table + " t")) {
                    while (row.next()) {
                        in(row.getString(1)).forEach(form -> found.add(table + ": " + form));
                    }
                }
            }
        }
        return found;
    }

    /** Where in the files below a directory something is found. */
    public Collection<String> inFiles(Path directory, Predicate<Path> included) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile() && included.test(file)) {
                            in(content(file))
                                    .forEach(form ->
                                            found.add(directory.relativize(file) + ": " + form));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    /** A server at work drops files while they are being listed. */
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure)
                            throws IOException {
                        if (failure instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failure;
                    }
                });
        return found;
    }

    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException goneMeanwhile) {
            return new byte[0];
        }
    }

    private void addForms(String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        add(word, "UTF-8", utf8);
        add(word, "UTF-16", word.getBytes(StandardCharsets.UTF_16BE));
        add(word, "UTF-16, little end first", word.getBytes(StandardCharsets.UTF_16LE));
        add(word, "percent-encoded", URLEncoder.encode(word, StandardCharsets.UTF_8));
        add(word, "JSON with escapes", escaped(word));
        add(word, "hexadecimal", HexFormat.of().formatHex(utf8));
        add(word, "hexadecimal, capital", HexFormat.of().withUpperCase().formatHex(utf8));
        for (int before = 0; before < 3; before++) {
            add(word, "Base64", base64(utf8, before, Base64.getEncoder()));
            add(word, "Base64url", base64(utf8, before, Base64.getUrlEncoder()));
        }
        for (String spelling : List.of(word, word.toLowerCase(Locale.ROOT))) {
            byte[] digest = sha256(spelling.getBytes(StandardCharsets.UTF_8));
            add(word, "SHA-256", digest);
            add(word, "SHA-256 in hexadecimal", HexFormat.of().formatHex(digest));
            add(word, "SHA-256 in Base64", Base64.getEncoder().encodeToString(digest));
        }
    }

    private void add(String word, String form, String text) {
        add(word, form, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String word, String form, byte[] bytes) {
        forms.putIfAbsent(new String(bytes, BYTES), word + " in " + form);
    }

    /** What Base64 makes of the word after so many other bytes, less what depends on neighbours. */
    private static String base64(byte[] word, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + word.length];
        System.arraycopy(word, 0, shifted, before, word.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int whole = shifted.length / 3 * 4;
        return encoded.substring(before == 0 ? 0 : 4, whole);
    }

    private static String escaped(String word) {
        StringBuilder text = new StringBuilder();
        word.chars()
                .forEach(character ->
                        text.append(
                                character < 0x80
                                        ? String.valueOf((char) character)
                                        : "\\u%04x".formatted(character)));
        return text.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
