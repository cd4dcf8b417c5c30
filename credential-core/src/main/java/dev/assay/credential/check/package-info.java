/** The rules, one class each, in the order in which they are reported. */
@NullMarked
package dev.assay.credential.check;

import org.jspecify.annotations.NullMarked;
