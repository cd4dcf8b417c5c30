@NullMarked
package dev.assay.hiring.candidates.web;

import org.jspecify.annotations.NullMarked;
