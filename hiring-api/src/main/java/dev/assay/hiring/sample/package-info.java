/**
 * Believable data for the local run: employers, their people, jobs, and applications with badges
 * that are genuinely signed when it is made. Everything goes through the facades that the API and
 * the console use. On under the profile {@code sample} alone; nothing depends on this package.
 */
@NullMarked
package dev.assay.hiring.sample;

import org.jspecify.annotations.NullMarked;
