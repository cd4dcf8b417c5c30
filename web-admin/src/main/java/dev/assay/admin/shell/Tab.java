package dev.assay.admin.shell;

/** One face of the object a page is about. */
public record Tab(String label, String href, boolean current) {}
