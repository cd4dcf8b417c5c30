@NullMarked
package dev.assay.admin.audit;

import org.jspecify.annotations.NullMarked;
