@NullMarked
package dev.assay.hiring.postings.web;

import org.jspecify.annotations.NullMarked;
