/**
 * What candidates see and do themselves, by a link that was sent to them: how they stand and why,
 * what would change it, and what they may add, dispute or withdraw.
 */
@NullMarked
package dev.assay.hiring.selfservice;

import org.jspecify.annotations.NullMarked;
