/** What the platform signs in its own name, and the keys anybody can check that with. */
@NullMarked
package dev.assay.hiring.platform.signing;

import org.jspecify.annotations.NullMarked;
