@NullMarked
package dev.assay.db.migrate;

import org.jspecify.annotations.NullMarked;
