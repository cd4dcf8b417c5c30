@NullMarked
package dev.assay.hiring.platform.idempotency;

import org.jspecify.annotations.NullMarked;
