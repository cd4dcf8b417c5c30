/** A whole API node on a disposable database, for tests here and in the console. */
@NullMarked
package dev.assay.hiring.testkit;

import org.jspecify.annotations.NullMarked;
