/** Timelines over HTTP. */
@NullMarked
package dev.assay.hiring.timeline.web;

import org.jspecify.annotations.NullMarked;
