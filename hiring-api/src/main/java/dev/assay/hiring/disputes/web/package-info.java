@NullMarked
package dev.assay.hiring.disputes.web;

import org.jspecify.annotations.NullMarked;
