package dev.assay.admin.jobs;

/** One choice of the list's filter; a link, so that a filtered list has an address. */
record StatusFilter(String label, String href, int count, boolean current) {}
