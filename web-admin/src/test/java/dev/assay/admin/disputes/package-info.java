@NullMarked
package dev.assay.admin.disputes;

import org.jspecify.annotations.NullMarked;
