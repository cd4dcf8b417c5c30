package dev.assay.hiring.platform.security;

import dev.assay.hiring.shared.EmployerId;

/**
 * An employer as people know it: by its alias in addresses and headers, by its name on the page.
 */
public record Employer(EmployerId id, String alias, String name) {}
