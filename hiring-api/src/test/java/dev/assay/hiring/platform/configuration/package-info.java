@NullMarked
package dev.assay.hiring.platform.configuration;

import org.jspecify.annotations.NullMarked;
