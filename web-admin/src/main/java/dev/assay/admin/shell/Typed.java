package dev.assay.admin.shell;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people type into forms, as it is meant. */
public final class Typed {

    private Typed() {}

    /** Without the space around it; empty when nothing was typed. */
    public static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** The lines that say something, each once. */
    public static List<String> lines(@Nullable String typed) {
        return text(typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
