@NullMarked
package dev.assay.hiring.insights.web;

import org.jspecify.annotations.NullMarked;
