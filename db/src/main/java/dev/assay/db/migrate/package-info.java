/**
 * Applies the changelog as the owner, sets up the runtime roles, and says how far a database is.
 */
@NullMarked
package dev.assay.db.migrate;

import org.jspecify.annotations.NullMarked;
