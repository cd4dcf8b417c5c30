/**
 * What candidates are offered, who was hired, and how hires did: from the draft of an offer to the
 * rating after 90 days.
 */
@NullMarked
package dev.assay.hiring.offers;

import org.jspecify.annotations.NullMarked;
