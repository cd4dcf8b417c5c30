/** Webhook endpoints, and what was delivered to them, as pages. */
@NullMarked
package dev.assay.admin.webhooks;

import org.jspecify.annotations.NullMarked;
