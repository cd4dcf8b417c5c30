@NullMarked
package dev.assay.hiring.training.web;

import org.jspecify.annotations.NullMarked;
