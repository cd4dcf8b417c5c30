@NullMarked
package dev.assay.hiring.platform.telemetry;

import org.jspecify.annotations.NullMarked;
