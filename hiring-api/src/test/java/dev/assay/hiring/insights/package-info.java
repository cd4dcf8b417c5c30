@NullMarked
package dev.assay.hiring.insights;

import org.jspecify.annotations.NullMarked;
