/**
 * What happened to a person's evidence and applications, in one order of time. On top of every
 * feature that tells of it, which implement a small port for it; nobody depends on it.
 */
@NullMarked
package dev.assay.hiring.timeline;

import org.jspecify.annotations.NullMarked;
