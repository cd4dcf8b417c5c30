@NullMarked
package dev.assay.hiring.searches.web;

import org.jspecify.annotations.NullMarked;
