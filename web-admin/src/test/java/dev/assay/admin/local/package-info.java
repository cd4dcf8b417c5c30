/** The local run as its user meets it: a program with options, output, signals and an exit code. */
@NullMarked
package dev.assay.admin.local;

import org.jspecify.annotations.NullMarked;
