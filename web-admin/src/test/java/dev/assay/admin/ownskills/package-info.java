@NullMarked
package dev.assay.admin.ownskills;

import org.jspecify.annotations.NullMarked;
