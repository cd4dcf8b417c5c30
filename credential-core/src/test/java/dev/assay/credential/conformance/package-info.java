/** What we say to everything that others published, all of it in one place. */
@NullMarked
package dev.assay.credential.conformance;

import org.jspecify.annotations.NullMarked;
