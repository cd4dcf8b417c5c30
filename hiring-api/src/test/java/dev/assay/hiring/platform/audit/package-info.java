@NullMarked
package dev.assay.hiring.platform.audit;

import org.jspecify.annotations.NullMarked;
