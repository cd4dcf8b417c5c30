/**
 * Keeps one caller, and one employer, from taking what others need: calls a minute, calls at once,
 * verifications at once.
 */
@NullMarked
package dev.assay.hiring.platform.limits;

import org.jspecify.annotations.NullMarked;
