/** What a credential says, as immutable records, and who presents it. */
@NullMarked
package dev.assay.credential.model;

import org.jspecify.annotations.NullMarked;
