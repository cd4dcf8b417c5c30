/**
 * What a candidate has proven here, as a document of its own that they can carry elsewhere: an HR
 * Open Learning and Employment Record.
 */
@NullMarked
package dev.assay.hiring.records;

import org.jspecify.annotations.NullMarked;
