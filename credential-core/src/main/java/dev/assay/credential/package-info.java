@NullMarked
package dev.assay.credential;

import org.jspecify.annotations.NullMarked;
