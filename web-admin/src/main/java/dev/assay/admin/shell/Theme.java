package dev.assay.admin.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The colours a reader chose; {@link #SYSTEM} leaves the choice to the reader's own system. */
public enum Theme {
    SYSTEM("system", "As the system", "auto"),
    LIGHT("light", "Light", "light"),
    DARK("dark", "Dark", "dark");

    private final String value;
    private final String label;
    private final String icon;

    Theme(String value, String label, String icon) {
        this.value = value;
        this.label = label;
        this.icon = icon;
    }

    /** Reads the value of a form or cookie; anything that is no theme is empty. */
    public static Optional<Theme> of(@Nullable String value) {
        return Arrays.stream(values()).filter(theme -> theme.value.equals(value)).findFirst();
    }

    static List<Theme> choices() {
        return List.of(values());
    }

    public String value() {
        return value;
    }

    public String label() {
        return label;
    }

    public String icon() {
        return icon;
    }

    /** The value for the page's root element, or null where the system decides. */
    public @Nullable String attribute() {
        return this == SYSTEM ? null : value;
    }

    public String colorScheme() {
        return this == SYSTEM ? "light dark" : value;
    }
}
