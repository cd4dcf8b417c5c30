@NullMarked
package dev.assay.hiring.records;

import org.jspecify.annotations.NullMarked;
