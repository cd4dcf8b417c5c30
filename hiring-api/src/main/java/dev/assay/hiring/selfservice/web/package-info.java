@NullMarked
package dev.assay.hiring.selfservice.web;

import org.jspecify.annotations.NullMarked;
