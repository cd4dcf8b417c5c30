/** What candidates say is wrong, until a person has answered. */
@NullMarked
package dev.assay.admin.disputes;

import org.jspecify.annotations.NullMarked;
