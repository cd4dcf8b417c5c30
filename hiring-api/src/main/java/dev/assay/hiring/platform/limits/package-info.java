/**
 * Keeps one caller, and one employer, from taking what others need: calls a minute, calls at once,
 * verifications at once; and forms with files from growing without end.
 */
@NullMarked
package dev.assay.hiring.platform.limits;

import org.jspecify.annotations.NullMarked;
