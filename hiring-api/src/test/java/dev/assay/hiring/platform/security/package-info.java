@NullMarked
package dev.assay.hiring.platform.security;

import org.jspecify.annotations.NullMarked;
