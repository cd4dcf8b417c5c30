@NullMarked
package dev.assay.hiring.scoring.web;

import org.jspecify.annotations.NullMarked;
