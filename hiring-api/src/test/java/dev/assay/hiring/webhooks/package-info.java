@NullMarked
package dev.assay.hiring.webhooks;

import org.jspecify.annotations.NullMarked;
