@NullMarked
package dev.assay.hiring.platform.operations.web;

import org.jspecify.annotations.NullMarked;
