/**
 * What every feature speaks of: the tenant, who acts, pages, versions, refusals. A closed list;
 * features come elsewhere.
 */
@NullMarked
package dev.assay.hiring.shared;

import org.jspecify.annotations.NullMarked;
