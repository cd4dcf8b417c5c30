/**
 * The local run: one command that starts PostgreSQL, Keycloak and the application side by side on
 * sample data, and stops all of them. Nothing here is part of a production installation.
 */
@NullMarked
package dev.assay.hiring.platform.local;

import org.jspecify.annotations.NullMarked;
