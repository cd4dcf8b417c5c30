@NullMarked
package dev.assay.hiring.issuers;

import org.jspecify.annotations.NullMarked;
