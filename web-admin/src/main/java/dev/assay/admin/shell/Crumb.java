package dev.assay.admin.shell;

/** One step of the way to a page. */
public record Crumb(String label, String href) {}
