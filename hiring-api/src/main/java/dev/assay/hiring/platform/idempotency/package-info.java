/**
 * Calls that may be repeated: what was done and answered under an {@code Idempotency-Key} is done
 * once, and answered again. A controller returns a {@link Deed}; the rest is here.
 */
@NullMarked
package dev.assay.hiring.platform.idempotency;

import org.jspecify.annotations.NullMarked;
