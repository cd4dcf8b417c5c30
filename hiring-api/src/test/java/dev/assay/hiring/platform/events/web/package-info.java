@NullMarked
package dev.assay.hiring.platform.events.web;

import org.jspecify.annotations.NullMarked;
