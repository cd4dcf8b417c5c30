@NullMarked
package dev.assay.hiring.compliance;

import org.jspecify.annotations.NullMarked;
