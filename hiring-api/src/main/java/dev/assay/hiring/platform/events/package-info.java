@NullMarked
package dev.assay.hiring.platform.events;

import org.jspecify.annotations.NullMarked;
