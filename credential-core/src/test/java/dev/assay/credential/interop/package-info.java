/** Other people's implementations, run as processes, so that tests can hear a second opinion. */
@NullMarked
package dev.assay.credential.interop;

import org.jspecify.annotations.NullMarked;
