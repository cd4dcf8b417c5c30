@NullMarked
package dev.assay.hiring.credentials;

import org.jspecify.annotations.NullMarked;
