package dev.assay.admin.home;

/** One figure of the home page, with what it means and where it leads. */
record Count(int value, String label, String hint, String href) {}
