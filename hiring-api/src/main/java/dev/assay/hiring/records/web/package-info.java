/** Learning and employment records over HTTP. */
@NullMarked
package dev.assay.hiring.records.web;

import org.jspecify.annotations.NullMarked;
