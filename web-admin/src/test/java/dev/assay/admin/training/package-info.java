@NullMarked
package dev.assay.admin.training;

import org.jspecify.annotations.NullMarked;
