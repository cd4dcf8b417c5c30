@NullMarked
package dev.assay.hiring.boards.web;

import org.jspecify.annotations.NullMarked;
