@NullMarked
package dev.assay.admin;

import org.jspecify.annotations.NullMarked;
