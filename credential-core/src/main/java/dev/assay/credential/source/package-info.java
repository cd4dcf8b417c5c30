/** Ports through which remote documents and status answers come in; no I/O here. */
@NullMarked
package dev.assay.credential.source;

import org.jspecify.annotations.NullMarked;
