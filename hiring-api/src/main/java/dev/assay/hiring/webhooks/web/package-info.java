@NullMarked
package dev.assay.hiring.webhooks.web;

import org.jspecify.annotations.NullMarked;
