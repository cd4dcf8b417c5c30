package dev.assay.admin.timeline;

/** One choice of the page's filter; a link, so that a filtered timeline has an address. */
record GroupLink(String label, String href, boolean current) {}
