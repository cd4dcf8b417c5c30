package dev.assay.db.testkit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement as words: comments and string literals taken out, identifiers unquoted. */
final class SqlText {
    private static final Pattern COMMENT_OR_LITERAL =
            Pattern.compile(
                    "--[^\\n]*|/\\*.*?\\*/|\\b[eE]'(?:[^'\\\\]|\\\\.|'')*'|'(?:[^']|'')*'"
                            + "|\\$(\\w*)\\$.*?\\$\\1\\$",
                    Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("\"[^\"]+\"|\\w+");

    private static final Pattern NAMES_TABLE =
            Pattern.compile(
                    "\\b(?:from|join|update|into|using|table)\\s+(?:only\\s+)?"
                            + "((?:\"[^\"]+\"|\\w+)(?:\\s*\\.\\s*(?:\"[^\"]+\"|\\w+))*)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SETS_TENANT_FOR_SESSION =
            Pattern.compile(
                    "\\bset\\s+(?!local\\b)(?:session\\s+)?\"?assay\"?\\s*\\.",
                    Pattern.CASE_INSENSITIVE);

    private final String text;

    SqlText(String sql) {
        this.text = COMMENT_OR_LITERAL.matcher(sql).replaceAll("''");
    }

    /** Whether any of the words occurs, as a table, column or anything else. */
    boolean mentions(Set<String> words) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (words.contains(unquote(word.group()))) {
                return true;
            }
        }
        return false;
    }

    boolean setsTenantForSession() {
        return SETS_TENANT_FOR_SESSION.matcher(text).find();
    }

    /** How often one of the tables stands where a statement names what it reads or writes. */
    int tableReferences(Set<String> tables) {
        int references = 0;
        Matcher named = NAMES_TABLE.matcher(text);
        while (named.find()) {
            String name = named.group(1);
            if (tables.contains(unquote(name.substring(name.lastIndexOf('.') + 1).strip()))) {
                references++;
            }
        }
        return references;
    }

    /** As PostgreSQL reads an identifier: lower case unless quoted. */
    static String unquote(String identifier) {
        return identifier.startsWith("\"")
                ? identifier.substring(1, identifier.length() - 1)
                : identifier.toLowerCase(Locale.ROOT);
    }
}
