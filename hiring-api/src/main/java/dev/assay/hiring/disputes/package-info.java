/**
 * What candidates say is wrong about them, and the person's answer that is due to each: a fact, a
 * figure or a decision, looked at by somebody, in time, and in the audit trail.
 */
@NullMarked
package dev.assay.hiring.disputes;

import org.jspecify.annotations.NullMarked;
