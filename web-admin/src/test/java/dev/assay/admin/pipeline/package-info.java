@NullMarked
package dev.assay.admin.pipeline;

import org.jspecify.annotations.NullMarked;
