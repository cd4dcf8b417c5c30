/** Revocation and suspension: the lists of several standards, read through the document port. */
@NullMarked
package dev.assay.credential.status;

import org.jspecify.annotations.NullMarked;
