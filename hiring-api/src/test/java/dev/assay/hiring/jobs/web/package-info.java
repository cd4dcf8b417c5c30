@NullMarked
package dev.assay.hiring.jobs.web;

import org.jspecify.annotations.NullMarked;
