/** What makes two credentials one. */
@NullMarked
package dev.assay.credential.model;

import org.jspecify.annotations.NullMarked;
