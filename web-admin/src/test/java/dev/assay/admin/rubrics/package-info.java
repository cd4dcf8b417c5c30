@NullMarked
package dev.assay.admin.rubrics;

import org.jspecify.annotations.NullMarked;
