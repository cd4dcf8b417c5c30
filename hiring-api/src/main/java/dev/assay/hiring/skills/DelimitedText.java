package dev.assay.hiring.skills;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a delimited text file by the names in its first line (RFC 4180): fields in quotes may
 * hold the delimiter, quotes in pairs and line ends. A file without rows has none.
 */
final class DelimitedText {

    private final String text;
    private final char delimiter;
    private int at;

    private DelimitedText(String text, char delimiter) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.delimiter = delimiter;
    }

    static List<Map<String, String>> rows(String text, char delimiter) {
        DelimitedText reader = new DelimitedText(text, delimiter);
        List<Map<String, String>> rows = new ArrayList<>();
        if (reader.at >= reader.text.length()) {
            return rows;
        }
        List<String> names = reader.row();
        while (reader.at < reader.text.length()) {
            List<String> fields = reader.row();
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
                row.put(names.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at >= text.length()) {
                return fields;
            }
            char end = text.charAt(at++);
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            if (end != delimiter) {
                return fields;
            }
        }
    }

    private String plain() {
        int start = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                break;
            }
        }
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return field.toString();
    }

    private boolean isEnd(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }
}
