@NullMarked
package dev.assay.admin.timeline;

import org.jspecify.annotations.NullMarked;
