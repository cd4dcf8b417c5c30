/** What comes in from outside, and how little is asked for. */
@NullMarked
package dev.assay.credential.source;

import org.jspecify.annotations.NullMarked;
