/** From bytes to a JSON tree, within limits; a fault is a value that names itself. */
@NullMarked
package dev.assay.credential.input;

import org.jspecify.annotations.NullMarked;
