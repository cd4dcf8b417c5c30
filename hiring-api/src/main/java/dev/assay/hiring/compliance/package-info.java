/**
 * What the law asks of an employer about the persons it holds data of: to show it all, and to erase
 * it. On top of every feature, which implement small ports for it; nobody depends on it.
 */
@NullMarked
package dev.assay.hiring.compliance;

import org.jspecify.annotations.NullMarked;
