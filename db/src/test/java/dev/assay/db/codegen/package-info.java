@NullMarked
package dev.assay.db.codegen;

import org.jspecify.annotations.NullMarked;
