/** Pages for people without an account: what their link holds is all the authority there is. */
@NullMarked
package dev.assay.hiring.platform.pages;

import org.jspecify.annotations.NullMarked;
