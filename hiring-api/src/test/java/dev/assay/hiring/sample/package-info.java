@NullMarked
package dev.assay.hiring.sample;

import org.jspecify.annotations.NullMarked;
