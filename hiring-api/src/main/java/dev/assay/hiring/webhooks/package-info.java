/** Webhooks: who wants to be told what happens, and telling them until they have heard. */
@NullMarked
package dev.assay.hiring.webhooks;

import org.jspecify.annotations.NullMarked;
