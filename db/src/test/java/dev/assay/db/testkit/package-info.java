/**
 * Disposable, migrated PostgreSQL databases and the two gates; used by the tests of every module.
 */
@NullMarked
package dev.assay.db.testkit;

import org.jspecify.annotations.NullMarked;
