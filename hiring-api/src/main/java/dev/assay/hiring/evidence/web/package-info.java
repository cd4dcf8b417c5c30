@NullMarked
package dev.assay.hiring.evidence.web;

import org.jspecify.annotations.NullMarked;
