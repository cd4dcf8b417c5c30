/** Build time only: generates the jOOQ code. Its libraries are not in the product. */
@NullMarked
package dev.assay.db.codegen;

import org.jspecify.annotations.NullMarked;
