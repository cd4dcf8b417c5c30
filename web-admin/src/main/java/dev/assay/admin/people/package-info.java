/** The people of an employer and the mail that went out for it. */
@NullMarked
package dev.assay.admin.people;

import org.jspecify.annotations.NullMarked;
