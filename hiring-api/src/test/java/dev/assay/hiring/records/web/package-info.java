@NullMarked
package dev.assay.hiring.records.web;

import org.jspecify.annotations.NullMarked;
