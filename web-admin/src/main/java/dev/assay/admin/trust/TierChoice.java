package dev.assay.admin.trust;

import dev.assay.admin.shell.Badge;

/** A tier an issuer can have, with what it means for a score. */
record TierChoice(String value, String label, String meaning, Badge badge) {}
