@NullMarked
package dev.assay.hiring.scoring.engine;

import org.jspecify.annotations.NullMarked;
