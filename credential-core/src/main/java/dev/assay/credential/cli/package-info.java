/** The verify command; a process edge. */
@NullMarked
package dev.assay.credential.cli;

import org.jspecify.annotations.NullMarked;
