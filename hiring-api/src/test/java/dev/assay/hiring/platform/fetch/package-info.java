@NullMarked
package dev.assay.hiring.platform.fetch;

import org.jspecify.annotations.NullMarked;
