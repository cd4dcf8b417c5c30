@NullMarked
package dev.assay.hiring.intake.web;

import org.jspecify.annotations.NullMarked;
