package dev.assay.hiring.platform.lists;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A line of comma-separated values (RFC 4180), whose texts run nothing in a spreadsheet. */
public final class CsvLine {

    /** Both minus signs: some spreadsheets take the typographic one for the other. */
    private static final String DANGEROUS_FIRST = "=+-−@\t\r\n";

    private CsvLine() {}

    /** The line with its end; cells are quoted where they have to be. */
    public static String of(String... cells) {
        return Arrays.stream(cells).map(CsvLine::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    /**
     * What somebody wrote, as a cell: led by an apostrophe where a spreadsheet would take it for a
     * formula. Numbers are ours and may begin with a minus.
     */
    public static String text(String written) {
        return !written.isEmpty() && DANGEROUS_FIRST.indexOf(written.charAt(0)) >= 0
                ? "'" + written
                : written;
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
