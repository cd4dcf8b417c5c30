@NullMarked
package dev.assay.hiring.jobs;

import org.jspecify.annotations.NullMarked;
