@NullMarked
package dev.assay.admin.flags;

import org.jspecify.annotations.NullMarked;
