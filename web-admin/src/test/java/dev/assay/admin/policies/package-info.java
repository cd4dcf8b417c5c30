@NullMarked
package dev.assay.admin.policies;

import org.jspecify.annotations.NullMarked;
