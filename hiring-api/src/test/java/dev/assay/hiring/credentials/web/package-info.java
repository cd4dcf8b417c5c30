@NullMarked
package dev.assay.hiring.credentials.web;

import org.jspecify.annotations.NullMarked;
