/**
 * The only way out: documents at addresses that strangers chose are fetched here, from the public
 * internet and nowhere else. Nothing in this package can be configured to go around the guard.
 */
@NullMarked
package dev.assay.hiring.platform.fetch;

import org.jspecify.annotations.NullMarked;
