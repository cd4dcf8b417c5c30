@NullMarked
package dev.assay.hiring.interviews.web;

import org.jspecify.annotations.NullMarked;
