@NullMarked
package dev.assay.hiring.postings;

import org.jspecify.annotations.NullMarked;
