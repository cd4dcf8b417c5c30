/** JSON Schema, within limits and without any fetching but through the document port. */
@NullMarked
package dev.assay.credential.schema;

import org.jspecify.annotations.NullMarked;
