package dev.assay.admin.shell;

/**
 * An entry of the rail. It exists only when its page does.
 *
 * @param name what a page calls itself in {@link Shell#current}
 * @param count how many things wait there; nothing is shown for none
 */
public record NavEntry(String name, String label, String href, String icon, int count) {}
